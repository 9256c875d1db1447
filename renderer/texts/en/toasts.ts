export const toasts = {
  messageRemoved: 'Message removed',
  notCopied: 'The clipboard is not available here.',
  open: 'Open',
  region: 'Notices',
};
