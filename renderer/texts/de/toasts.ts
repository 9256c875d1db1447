import type { toasts as english } from '../en/toasts.ts';

export const toasts: typeof english = {
  nothingToCompare: 'Es gibt keine andere Zustellung, mit der sich diese vergleichen ließe.',
  messageRemoved: 'Nachricht entfernt',
  notCopied: 'Die Zwischenablage ist hier nicht verfügbar.',
  open: 'Öffnen',
  region: 'Hinweise',
};
