export const toasts = {
  nothingToCompare: 'There is no other delivery to compare this one with.',
  messageRemoved: 'Message removed',
  notCopied: 'The clipboard is not available here.',
  open: 'Open',
  region: 'Notices',
};
