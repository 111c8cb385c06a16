import type { Catalogue } from '../catalogue';

export const paste: Catalogue['paste'] = {
  title: 'Liitetty seuraavin poikkeuksin',
  lines: {
    pictures_one: '{{count, number}} kuvaa ei voitu tuoda mukaan: lisää tiedosto sen paikalle.',
    pictures_other: '{{count, number}} kuvaa ei voitu tuoda mukaan: lisää tiedostot niiden paikoille.',
    drawings_one: '{{count, number}} piirros jätettiin pois: tallenna se kuvana ja lisää kuva.',
    drawings_other: '{{count, number}} piirrosta jätettiin pois: tallenna ne kuvina ja lisää kuvat.',
    icons_one: '{{count, number}} pieni kuvake jätettiin pois.',
    icons_other: '{{count, number}} pientä kuvaketta jätettiin pois.',
    deletions_one:
      '{{count, number}} jäljitetty poisto jätettiin pois; jäljitetyt lisäykset tulivat tekstinä.',
    deletions_other:
      '{{count, number}} jäljitettyä poistoa jätettiin pois; jäljitetyt lisäykset tulivat tekstinä.',
    comments_one: '{{count, number}} kommentti jätettiin pois.',
    comments_other: '{{count, number}} kommenttia jätettiin pois.',
    footnotesWithoutText_one:
      '{{count, number}} alaviite tuli ilman tekstiään: vain sen merkki oli kopioitu.',
    footnotesWithoutText_other:
      '{{count, number}} alaviitettä tuli ilman tekstiään: vain niiden merkit oli kopioitu.',
    embeds_one: '{{count, number}} video, kartta tai muu upotettu sivu jätettiin pois.',
    embeds_other: '{{count, number}} videota, karttaa tai muuta upotettua sivua jätettiin pois.',
    fields_one: '{{count, number}} lomakekenttä jätettiin pois.',
    fields_other: '{{count, number}} lomakekenttää jätettiin pois.',
    links_one: '{{count, number}} linkki, joka ei johtaisi täältä mihinkään, poistettiin; sen teksti jäi.',
    links_other:
      '{{count, number}} linkkiä, jotka eivät johtaisi täältä mihinkään, poistettiin; niiden teksti jäi.',
    formulas_one: '{{count, number}} kaava tuli tavallisena tekstinä: tarkista se.',
    formulas_other: '{{count, number}} kaavaa tuli tavallisena tekstinä: tarkista ne.',
    highlights_one: 'Korostus poistettiin {{count, number}} kohdasta; teksti jäi.',
    highlights_other: 'Korostus poistettiin {{count, number}} kohdasta; tekstit jäivät.',
    hidden_one: '{{count, number}} piilotettu tekstikohta jätettiin pois.',
    hidden_other: '{{count, number}} piilotettua tekstikohtaa jätettiin pois.',
    headingNumbers_one: '{{count, number}} otsikon automaattinen numero jätettiin pois.',
    headingNumbers_other: '{{count, number}} otsikon automaattiset numerot jätettiin pois.',
    nestedTables_one: '{{count, number}} taulukon sisäinen taulukko tuli kappaleina.',
    nestedTables_other: '{{count, number}} taulukon sisäistä taulukkoa tuli kappaleina.',
    largeTables_one: '{{count, number}} taulukko on liian suuri lukuun ja tuli kappaleina.',
    largeTables_other: '{{count, number}} taulukkoa on liian suuria lukuun, ja ne tulivat kappaleina.',
    deepNesting_one: '{{count, number}} osa oli liian monella tasolla: sen teksti tuli ilman rakennetta.',
    deepNesting_other:
      '{{count, number}} osaa oli liian monella tasolla: niiden teksti tuli ilman rakennetta.',
    tooLarge_one: 'Mitään ei liitetty: tekstiä on enemmän kuin luku voi ottaa kerralla. Liitä se osissa.',
    tooLarge_other: 'Mitään ei liitetty: tekstiä on enemmän kuin luku voi ottaa kerralla. Liitä se osissa.',
  },
};
