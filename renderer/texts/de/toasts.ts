import type { toasts as english } from '../en/toasts.ts';

export const toasts: typeof english = {
  messageRemoved: 'Nachricht entfernt',
  notCopied: 'Die Zwischenablage ist hier nicht verfügbar.',
  open: 'Öffnen',
  region: 'Hinweise',
};
