import { counting } from '../../../src/domain/counting.ts';

const { counted, many } = counting('en');

export const reception = {
  status: 'Reception',
  words: {
    receiving: 'Receiving',
    degraded: 'Receiving with trouble',
    'not-reachable': 'Not reachable',
    'not-checked': 'Not checked yet',
    paused: 'Paused',
  },
  title: 'Reception',
  intro:
    'How texts get from your provider to this computer. Nothing is taken on trust: a request goes out to the public address and must come back.',
  since: (time: string) => `Since ${time}`,
  sinceFor: (time: string, duration: string) => `Since ${time}, for ${duration}`,
  checked: (time: string) => `Last checked ${time}`,
  roundTrip: (milliseconds: number) => `${counted.format(Math.round(milliseconds))} ms there and back`,
  address: 'Public address',
  receiver: 'The receiver on this computer',
  receiverHelp: 'Where a proxy or tunnel of your own must lead. Only webhook paths are answered there.',
  steps: {
    resume: 'Resume receiving',
    pause: 'Pause receiving',
    pauseHelp: 'Providers are asked to try again later',
    'switch-on': 'Switch it on',
    'try-now': 'Try again now',
    check: 'Check now',
    'make-reachable': 'Make me reachable',
    'compare-keys': 'Compare the keys…',
    choose: 'Choose another way',
    enter: 'Open its settings',
    checking: 'Checking…',
  },
  lines: {
    oldAddress: (count: number) => `${many(count, 'line is', 'lines are')} still pointed at an earlier address:`,
    open: (label: string) => `Open ${label}`,
  },
  recovered: 'Recovered',
  recoveredAt: (time: string) => `Fetched from your provider ${time}`,
};
