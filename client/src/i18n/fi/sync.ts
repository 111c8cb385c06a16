import type { Catalogue } from '../catalogue';

export const sync: Catalogue['sync'] = {
  state: {
    label: 'Ovatko sanani tallessa?',
    saved: 'Tallennettu',
    saving: 'Tallennetaan…',
    notSaved_one: 'Ei tallennettu: {{count, number}} muutos tallessa tällä laitteella',
    notSaved_other: 'Ei tallennettu: {{count, number}} muutosta tallessa tällä laitteella',
    readOnly: 'Vain luku: {{reason}}',
    reasons: {
      opening: 'lukua avataan',
      reader: 'roolisi tässä on lukija',
      locked: 'teksti on lukittu nykyisessä tilassaan',
      archived: 'luku on arkistoitu',
      'setting-aside': 'viimeisiä sanojasi otetaan talteen',
      malformed: 'palvelin ei ymmärtänyt, mitä tämä sivu lähetti',
      'not-signed-in': 'et ole enää kirjautuneena',
      'another-person': 'tässä selaimessa on kirjautunut joku muu',
      'not-allowed': 'et saa enää avata tätä lukua',
      'not-found': 'lukua ei enää ole täällä',
      'foreign-client-id': 'sivua uudistetaan',
      'older-generation': 'luku palautettiin varmuuskopiosta',
      'older-schema': 'sivu on tekstiä vanhempi; lataa se uudelleen',
      'too-large': 'muutos oli palvelimelle liian suuri',
      'too-many-requests': 'palvelin pyysi taukoa',
      'document-unreadable': 'palvelin ei pysty lukemaan tallennettua tekstiä',
      'read-only-storage': 'palvelin ei pysty tallentamaan muutoksia',
    },
  },
  offline:
    'Ei yhteyttä. Voit jatkaa kirjoittamista; muutokset pysyvät tallessa tällä laitteella ja lähetetään myöhemmin.',
  notKept: 'Tämä selain ei säilytä laitteella mitään. Älä sulje sivua ennen kuin muutokset on tallennettu.',
  outdated: {
    title: 'Sivu on tekstiä vanhempi.',
    explain:
      'Tässä on käytetty Accordin uudempaa versiota. Lataa sivu uudelleen jatkaaksesi; kirjoittamasi on tallessa tällä laitteella.',
  },
  anotherPerson: {
    title: 'Tässä selaimessa on kirjautunut joku muu.',
    explain:
      'Sanojasi ei lähetetä hänen nimissään. Kirjoittamasi on tallessa tällä laitteella, kunnes kirjaudut uudelleen. Lataa sivu uudelleen, jos haluat jatkaa kirjautuneena henkilönä.',
  },
  kept: {
    title: 'Sanojasi, joita ei otettu vastaan',
    explain:
      'Niitä ei voitu lisätä lukuun ({{reason}}). Mitään ei ole kadonnut: kopioi tarvitsemasi ja poista ne sitten täältä.',
    copy: 'Kopioi nämä sanat',
    selectByHand: 'Selain ei sallinut kopiointia. Valitse sanat ja kopioi ne itse.',
    forget: 'Poista täältä',
    changes_one: '{{count, number}} muutosta ei otettu vastaan',
    changes_other: '{{count, number}} muutosta ei otettu vastaan',
    nothing: 'Vain poistoja tai muotoiluja; kopioitavia sanoja ei ole.',
    mayNotWrite: 'sinulla ei ole enää oikeutta kirjoittaa tähän',
    forgetAsk: 'Poistetaanko nämä sanat?',
    forgetExplain: 'Niitä ei ole missään muualla: täältä poistettuina ne ovat poissa.',
    orphaned: 'Kohdasta, jota ei enää ole',
  },
};
