export const toasts = {
  archived: 'Conversation archived',
  unarchived: 'Back in the inbox',
  messageRemoved: 'Message removed',
  notCopied: 'The clipboard is not available here.',
  open: 'Open',
  region: 'Notices',
};
