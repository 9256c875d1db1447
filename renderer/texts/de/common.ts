import type { common as english } from '../en/common.ts';

export const common: typeof english = {
  product: 'Texttray',
  undo: 'Rückgängig',
  back: 'Zurück',
  cancel: 'Abbrechen',
  close: 'Schließen',
  dismiss: 'Ausblenden',
  copy: 'Kopieren',
  copied: 'Kopiert',
  tryAgain: 'Erneut versuchen',
  save: 'Speichern',
  saved: 'Gespeichert',
  optional: 'optional',
  loading: 'Wird geladen …',
};
