export const connection = {
  connecting: 'Opening your inbox…',
  lost: 'Texttray does not answer.',
  startAgain: 'Try again, or start it if it was closed',
  openAgain: 'Open Texttray again from its own address',
  fileIncomplete: 'The file could not be read to its end.',
  chooseAgain: 'Choose it again',
  lostAction: 'This window tries again by itself. If Texttray was closed, start it again.',
  refusedTitle: 'This window has no key',
  refused: 'Open Texttray again from its own address: the one it printed when it started.',
};
