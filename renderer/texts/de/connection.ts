import type { connection as english } from '../en/connection.ts';

export const connection: typeof english = {
  connecting: 'Posteingang wird geöffnet …',
  lost: 'Texttray antwortet nicht.',
  startAgain: 'Versuchen Sie es erneut, oder starten Sie Texttray, falls es beendet wurde',
  openAgain: 'Öffnen Sie Texttray erneut unter seiner eigenen Adresse',
  fileIncomplete: 'Die Datei konnte nicht bis zum Ende gelesen werden.',
  chooseAgain: 'Wählen Sie sie erneut',
  lostAction: 'Dieses Fenster versucht es von selbst weiter. Falls Texttray beendet wurde, starten Sie es wieder.',
  refusedTitle: 'Diesem Fenster fehlt der Schlüssel',
  refused: 'Öffnen Sie Texttray erneut unter seiner eigenen Adresse: der, die es beim Start ausgegeben hat.',
};
