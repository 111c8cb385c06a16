import type { Catalogue } from '../catalogue';

export const failures: Catalogue['failures'] = {
  title: 'Etwas steht im Weg',
  codes: {
    'bad-request':
      'Der Server konnte die Anfrage nicht lesen. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    'invalid-input':
      'Ein Teil der Eingabe kann nicht angenommen werden. Prüfen Sie die Felder und versuchen Sie es noch einmal.',
    'not-signed-in':
      'Sie sind nicht mehr angemeldet. Melden Sie sich wieder an; danach kommen Sie an diese Stelle zurück.',
    'wrong-credentials':
      'E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie beides oder bitten Sie die Administration um einen Link zum Zurücksetzen.',
    'link-expired':
      'Dieser Link wurde schon benutzt oder ist abgelaufen. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.',
    'not-allowed':
      'Ihre Rolle erlaubt das nicht. Wenden Sie sich an die Koordination des Ergebnisses, wenn Sie es brauchen.',
    'foreign-origin':
      'Die Seite wurde unter einer anderen Adresse geöffnet, als der Server erwartet. Öffnen Sie Accord unter der gewohnten Adresse.',
    'account-disabled':
      'Dieses Konto ist abgeschaltet. Bitten Sie die Administration, es wieder einzuschalten.',
    'not-found':
      'Das gibt es hier nicht: Es wurde entfernt, oder die Adresse stimmt nicht. Suchen Sie vom Schreibtisch aus.',
    'already-decided': 'Darüber hat schon jemand anderes entschieden. Die Seite zeigt jetzt, wie.',
    'conflicts-with-text':
      'Der Text hat sich seither geändert, deshalb passt dies nicht mehr. Sehen Sie noch einmal nach und tragen Sie es von Hand ein oder verwerfen Sie es.',
    conflict:
      'Jemand hat das im selben Moment geändert. Sehen Sie sich den neuen Stand an und versuchen Sie es noch einmal.',
    'different-chapters':
      'Diese Fassungen gehören zu verschiedenen Kapiteln und lassen sich nicht vergleichen. Wählen Sie zwei Fassungen desselben Kapitels.',
    'email-taken':
      'Diese E-Mail-Adresse wird schon benutzt. Geben Sie eine andere an oder melden Sie sich damit an.',
    'last-administrator':
      'Das ist die letzte Person mit Administrationsrecht. Geben Sie es zuerst jemand anderem.',
    'open-suggestions': 'Es sind noch Vorschläge offen. Nehmen Sie zuerst jeden an oder lehnen Sie ihn ab.',
    'open-comments':
      'Es sind noch Kommentare offen. Sehen Sie sie an, oder bitten Sie trotzdem um Unterschriften.',
    'policy-not-met':
      'Noch haben nicht alle unterschrieben, oder jemand widerspricht. Sehen Sie nach, wer noch fehlt.',
    'no-signatories':
      'Nicht alle, die unterschreiben müssen, sind benannt. Benennen Sie auf der Seite des Ergebnisses für jede Stelle eine Person.',
    'not-in-sign-off': 'Hier wird nicht mehr um Unterschriften gebeten. Die Seite zeigt jetzt den Stand.',
    'text-changed':
      'Der Text hat sich geändert, seit Sie ihn geöffnet haben. Lesen Sie das Neue, und unterschreiben Sie dann noch einmal.',
    'reason-needed': 'Geben Sie einen Grund an, damit die anderen es verstehen.',
    'chapter-locked':
      'Der Text dieses Kapitels ist in seinem jetzigen Stand gesperrt. Die Koordination kann ihn wieder öffnen.',
    archived: 'Das ist archiviert. Holen Sie es zurück, bevor Sie es ändern.',
    'too-large': 'Das ist zu groß. Verkleinern Sie es und versuchen Sie es noch einmal.',
    'unsupported-media':
      'Diese Art Datei kann nicht verwendet werden. Wählen Sie ein Bild als PNG, JPEG, GIF, WebP oder AVIF.',
    'unreadable-image':
      'Das Bild lässt sich nicht lesen; die Datei ist vielleicht beschädigt. Speichern Sie sie neu und wählen Sie die neue Datei.',
    'password-too-short':
      'Das Passwort braucht mindestens 12 Zeichen. Einige Wörter ohne Zusammenhang ergeben ein gutes.',
    'password-too-common':
      'Dieses Passwort ist zu leicht zu erraten. Wählen Sie eines, das sonst niemand benutzen würde.',
    'too-many-requests':
      'Das war zu oft in kurzer Zeit. Warten Sie eine Minute und versuchen Sie es noch einmal.',
    'document-unreadable':
      'Der gespeicherte Text dieses Kapitels lässt sich zurzeit nicht lesen. Es wurde nichts verändert; sagen Sie der Administration Bescheid.',
    'read-only-storage':
      'Der Server kann zurzeit nichts speichern. Ihre Worte bleiben auf diesem Gerät; sagen Sie der Administration Bescheid.',
    unavailable:
      'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    internal:
      'Auf dem Server ist ein Fehler aufgetreten. Versuchen Sie es noch einmal; wenn er bleibt, sagen Sie der Administration Bescheid.',
  },
  retryIn_one: 'In {{count, number}} Sekunde können Sie es noch einmal versuchen.',
  retryIn_other: 'In {{count, number}} Sekunden können Sie es noch einmal versuchen.',
};
