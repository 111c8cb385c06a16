import type { Catalogue } from '../catalogue';

export const failures: Catalogue['failures'] = {
  title: 'Jokin on esteenä',
  codes: {
    'bad-request': 'Palvelin ei ymmärtänyt pyyntöä. Lataa sivu uudelleen ja yritä sitten uudestaan.',
    'invalid-input': 'Jotakin antamastasi ei voida hyväksyä. Tarkista kentät ja yritä uudelleen.',
    'not-signed-in': 'Et ole enää kirjautuneena. Kirjaudu uudelleen, niin palaat tähän kohtaan.',
    'wrong-credentials':
      'Sähköpostiosoite tai salasana on väärin. Tarkista molemmat tai pyydä ylläpitäjältä palautuslinkki.',
    'link-expired': 'Tämä linkki on jo käytetty tai vanhentunut. Pyydä uusi linkki sen lähettäjältä.',
    'not-allowed': 'Roolisi ei salli tätä. Pyydä tarvittaessa lupa tuotoksen koordinaattorilta.',
    'foreign-origin':
      'Sivu avattiin eri osoitteesta kuin palvelin odottaa. Avaa Accord sen tavallisesta osoitteesta.',
    'account-disabled':
      'Tämä käyttäjätili on poistettu käytöstä. Pyydä ylläpitäjää ottamaan se taas käyttöön.',
    'not-found': 'Tätä ei löydy: se on ehkä poistettu, tai osoite on väärä. Etsi sitä työpöydän kautta.',
    'already-decided': 'Joku muu on jo päättänyt tästä. Sivu näyttää nyt, miten.',
    'conflicts-with-text':
      'Teksti on sen jälkeen muuttunut, eikä tämä enää sovi siihen. Katso uudelleen ja lisää muutos käsin tai hylkää se.',
    conflict: 'Joku muutti tätä samalla hetkellä. Katso uusi tila ja yritä uudelleen.',
    'different-chapters':
      'Nämä versiot kuuluvat eri lukuihin, eikä niitä voi verrata. Valitse kaksi saman luvun versiota.',
    'email-taken': 'Sähköpostiosoite on jo käytössä. Anna toinen osoite tai kirjaudu sillä.',
    'last-administrator': 'Tämä on viimeinen ylläpitäjä. Tee ensin jostakusta toisesta ylläpitäjä.',
    'open-suggestions': 'Ehdotuksia on vielä avoinna. Hyväksy tai hylkää ensin jokainen niistä.',
    'open-comments': 'Kommentteja on vielä avoinna. Katso ne läpi, tai pyydä allekirjoitukset silti.',
    'policy-not-met': 'Kaikki eivät ole vielä allekirjoittaneet, tai joku vastustaa. Katso, ketä odotetaan.',
    'no-signatories':
      'Kaikkia allekirjoittajia ei ole nimetty. Nimeä jokaiselle paikalle henkilö tuotoksen sivulla.',
    'not-in-sign-off': 'Täällä ei enää pyydetä allekirjoituksia. Sivu näyttää nyt tilanteen.',
    'text-changed':
      'Teksti on muuttunut sen jälkeen, kun avasit sen. Lue uusi kohta ja allekirjoita sitten uudelleen.',
    'reason-needed': 'Anna syy, jotta muut ymmärtävät.',
    'chapter-locked': 'Luvun teksti on lukittu nykyisessä tilassaan. Koordinaattori voi avata sen uudelleen.',
    archived: 'Tämä on arkistoitu. Palauta se ennen muuttamista.',
    'too-large': 'Tämä on liian suuri. Pienennä sitä ja yritä uudelleen.',
    'unsupported-media':
      'Tällaista tiedostoa ei voi käyttää. Valitse PNG-, JPEG-, GIF-, WebP- tai AVIF-kuva.',
    'unreadable-image':
      'Kuvaa ei voi lukea; tiedosto voi olla vioittunut. Tallenna se uudelleen ja valitse uusi tiedosto.',
    'password-too-short':
      'Salasanassa on oltava vähintään 12 merkkiä. Muutama toisiinsa liittymätön sana on hyvä valinta.',
    'password-too-common':
      'Salasana on liian helppo arvata. Valitse sellainen, jota kukaan muu ei käyttäisi.',
    'too-many-requests': 'Yrityksiä oli liikaa lyhyessä ajassa. Odota minuutti ja yritä uudelleen.',
    'document-unreadable':
      'Luvun tallennettua tekstiä ei voi nyt lukea. Mitään ei ole muutettu; kerro asiasta ylläpitäjälle.',
    'read-only-storage':
      'Palvelin ei voi nyt tallentaa muutoksia. Sanasi säilyvät tällä laitteella; kerro asiasta ylläpitäjälle.',
    unavailable: 'Palvelimeen ei saada yhteyttä. Tarkista verkkoyhteys ja yritä uudelleen.',
    internal: 'Palvelimella tapahtui virhe. Yritä uudelleen; jos virhe toistuu, kerro ylläpitäjälle.',
  },
  retryIn_one: 'Voit yrittää uudelleen {{count, number}} sekunnin kuluttua.',
  retryIn_other: 'Voit yrittää uudelleen {{count, number}} sekunnin kuluttua.',
};
