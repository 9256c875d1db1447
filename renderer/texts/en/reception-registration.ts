import { counting } from '../../../src/domain/counting.ts';

const { counted } = counting('en');

export const receptionRegistration = {
  registration: {
    states: {
      here: 'Pointed here',
      'by-hand': 'To be told by hand',
      unknown: 'Not known where it points',
      'old-address': 'Points to an earlier address',
      elsewhere: 'Points somewhere else',
      failed: 'Could not be pointed here',
    },
    marks: {
      'old-address': 'Its provider holds an earlier address',
      elsewhere: 'Its provider sends texts elsewhere',
      failed: 'Its provider could not be told',
    },
    holds: 'It holds',
    checked: (time: string) => `Asked ${time}`,
    register: 'Point it here',
    guess: 'Try to point it here',
    guessHelp:
      'How to do this is not documented by the provider, so it is a guess. If it fails, copy the URL by hand: nothing is lost by trying.',
    asking: 'Asking your provider…',
    check: 'Ask where it points',
    restore: 'Put back what was there before',
    restoreTitle: 'Put the former address back?',
    restoreText: (url: string) => `Your provider will send texts to ${url} again. They will not arrive here.`,
    reachableFirst: 'First make this computer reachable: there is no public address to point to yet.',
  },
  done: {
    title: 'How far it is',
    added: 'The line is added',
    reachable: (milliseconds: number | null) =>
      milliseconds === null ? 'This computer is reachable' : `Reachable, ${counted.format(Math.round(milliseconds))} ms`,
    notReachable: 'This computer is not reachable yet',
    opening: 'Being made reachable…',
    pointed: 'Your provider sends texts here',
    notPointed: 'Your provider is not known to send texts here yet',
    arrived: (verdict: string) => `The first delivery arrived: ${verdict.toLowerCase()}`,
    notArrived: 'Waiting for the first delivery. Text your number to see it arrive',
    states: { done: 'Done', waiting: 'Not yet', failed: 'Failed' },
    publicTitle: 'Make this computer reachable',
    publicHelp:
      'Your provider needs an address on the internet that leads here. localhost.run gives you one at once, free and with no account.',
    otherWays: 'Another way',
    otherWaysHide: 'Hide the other ways',
  },
  settings: {
    title: 'Where providers are pointed',
    help: 'For providers Texttray points by itself. What they held before is put back, so that texts go there instead.',
    onPause: 'Point them back while you pause',
    onQuit: 'Point them back when you quit',
  },
};
