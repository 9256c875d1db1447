/**
 * Taking deliveries along: as a command, as HAR, as fixtures. Loaded when one is taken.
 * @module
 */
import type { TakeAlongNote } from '../../../../src/contract/methods/take-along.ts';
import { counting } from '../../../../src/domain/counting.ts';

const { counted, many } = counting('en');
const notes: Record<TakeAlongNote, string> = {
  'signature-broken-by-masking': 'The signature belongs to the body as it came; it does not fit the masked one. A receiver will refuse it.',
  'secret-in-variable': 'A secret is never written out: the command reads it from a variable. Set that one first, in the same terminal.',
};

export const takeAlong = {
  menu: 'Take it along',
  curl: 'Copy as curl…',
  har: 'Save as HAR…',
  fixtures: 'Save as fixtures…',
  learn: 'How these webhooks work',
  curlTitle: 'As a curl command',
  curlText: 'Sends the same bytes again, from a terminal of Linux or macOS.',
  to: 'Send it to',
  targets: { public: 'The public address', local: 'This computer' },
  toPublic: 'As the provider does, through the internet.',
  toLocal: 'Straight to the receiver on this computer.',
  mask: 'Mask numbers and codes',
  maskHelp: 'So that it can be shown to others. The same number becomes the same other one everywhere.',
  command: 'The command',
  writing: 'Writing the command…',
  cut: (count: number) => `Only the beginning is shown here. All ${counted.format(count)} characters are copied.`,
  copyCommand: 'Copy the command',
  notes,
  titles: { har: 'Save as HAR', fixtures: 'Save as fixtures' },
  texts: {
    har: 'One file that browsers’ developer tools and many test tools open: requests, answers and times.',
    fixtures: 'A zip of JSON files, one a delivery, with what a test of yours needs to send them again.',
  },
  which: 'Which deliveries',
  one: 'This delivery',
  listed: (count: number, more: boolean) =>
    more ? `The newest ${counted.format(count)} of those listed` : `All ${counted.format(count)} listed`,
  gathering: 'Counting the deliveries…',
  save: 'Save…',
  saving: 'Writing…',
  saved: (name: string) => `${name} was saved`,
  savedText: (count: number, size: string) => `${many(count, 'delivery', 'deliveries')}, ${size}`,
};
