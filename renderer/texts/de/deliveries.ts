import type { deliveries as english } from '../en/deliveries.ts';

const tenths = new Intl.NumberFormat('de', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const deliveries: typeof english = {
  title: 'Zustellungen',
  intro: 'Jede Anfrage, die einen Webhook erreicht hat, und was aus ihr wurde.',
  list: 'Zustellungen',
  emptyTitle: 'Noch keine Zustellungen',
  emptyText: 'Jede Anfrage eines Anbieters wird hier so aufbewahrt, wie sie ankam, auch eine abgelehnte.',
  details: 'Zustellung',
  contents: 'Was ankam',
  answered: (status: number) => `Mit ${status} beantwortet`,
  headers: 'Kopfzeilen',
  body: 'Inhalt',
  noBody: 'Der Inhalt ist leer.',
  binary: 'Der Inhalt ist kein Text. Er wird als Base64 gezeigt.',
  source: 'Von',
  receivedAt: 'Angekommen',
  request: 'Anfrage',
  size: 'Größe',
  line: 'Anschluss',
  timings: 'Dauer',
  timing: (verified: number, answered: number) =>
    `${tenths.format(verified)} ms bis zur Entscheidung, ${tenths.format(answered)} ms bis zur Antwort`,
  openMessage: 'Nachricht öffnen',
  masked: 'Geheimnisse und Signaturen sind unkenntlich gemacht.',
  accepted: 'Geprüft, gespeichert und im Posteingang gezeigt.',
  duplicate: 'Eine Wiederholung von schon Gespeichertem. Nichts wurde geändert.',
  loadFailed: 'Die Zustellungen konnten nicht geladen werden.',
};
