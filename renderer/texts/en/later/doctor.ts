/**
 * What the signature doctor says. Loaded when a refused delivery is opened.
 * @module
 */
import { counting } from '../../../../src/domain/counting.ts';
import { mistakes } from './mistakes.ts';

const { counted, isOne, many } = counting('en');

export const doctor = {
  mistakes,
  title: 'Why it was refused',
  looking: 'Looking for the cause…',
  here: 'Everything here happens on this computer, after the fact. It changes no answer the receiver gives.',
  together: (count: number) => `${counted.format(count)} mistakes were made together:`,
  alsoFits: (count: number) => `${many(count, 'other explanation fits', 'other explanations fit')} as well`,
  /** Where nothing is known. */
  unknown: {
    provider: 'the provider',
    header: 'with the signature',
    line: 'another line',
    scheme: 'another service',
    field: 'another field',
    age: 'a long time',
    host: 'another address',
  },
  signedFor: 'Signed for',
  expected: 'The line’s address',
  who: 'Who can mend it',
  sides: { here: 'You, here', provider: 'The sender’s side', between: 'Something on the way' },
  what: 'What to do',
  copyUrl: 'Copy the line’s address',
  openLine: 'Open the line’s settings',
  openOtherLine: 'Open that line’s settings',
  openProof: 'Open the delivery that proves it',
  learn: (provider: string) => `How ${provider} signs`,
  fixes: {
    'accept-url': {
      button: 'Accept this address too',
      help: 'From now on signatures for that address count too, besides those for the line’s own.',
      done: 'Signatures for this address are accepted too.',
      undo: 'The address now stands among the line’s earlier ones. The newest of them count; it goes by itself when others come.',
    },
    'correct-secret': {
      button: 'Correct the stored secret',
      help: 'It is stored the way it was just proven to be right. It is not shown.',
      done: 'The stored secret was corrected.',
      undo: 'To take it back, enter the secret again in the line’s settings.',
    },
    'use-secret-of-line': {
      button: 'Use the same secret here',
      help: 'This line gets a copy of the other line’s secret. The other line keeps its own.',
      done: 'This line has the other line’s secret now.',
      undo: 'To take it back, enter the former secret in the line’s settings.',
    },
    'swap-fields': {
      button: 'Exchange the two fields',
      help: 'What is stored in one goes into the other.',
      done: 'The two fields were exchanged.',
      undo: 'To take it back, enter each in the other field in the line’s settings.',
    },
  },
  worksNow: (time: string) =>
    `Beware: the line’s present secret proved a delivery on ${time}. What is signed with it would be refused from then on.`,
  validNow: 'It would be accepted now.',
  validNowText: 'The line’s settings have changed since it arrived: the same request would be accepted today.',
  comesAgain: (provider: string, minutes: string) => `${provider} sends what was refused again after ${minutes} minutes.`,
  comesNoMore: (provider: string) => `${provider} has stopped trying by now. Send it again from here, so that the text is not lost.`,
  comesUnknown: (provider: string) => `Whether and when ${provider} sends it again is not documented. Send it again from here to be sure.`,
  sendAgain: 'Send it again now',
  sendAgainHelp: 'The same bytes go to the receiver on this computer, as if they came from the provider, and the text into the inbox.',
  sent: {
    accepted: 'It was accepted: the text is in the inbox.',
    duplicate: 'The text is in the inbox already. Nothing was changed.',
    rejected: 'It was refused again.',
    'not-understood': 'It was accepted, but it is not a text.',
    none: 'The receiver gave no answer.',
  },
  openMessage: 'Open the message',
  openDelivery: 'Open the new delivery',
  notChecked: 'It was not refused for its signature, so there is none to look into.',
  notKept:
    'It was refused for a header that is a secret itself. Such headers are never written down, and it is too long ago for this one to be in memory. Have it sent again and open it soon after.',
  lineRemoved: 'Its line was removed, with its secret: there is nothing to check with, and nothing to mend.',
  noSecret: 'There is no secret to check with: the line’s is missing, or it cannot be read from where keys are kept.',
  noSecretRemedy: 'Enter the secret in the line’s settings.',
  unexplained: 'None of the known mistakes fits.',
  unexplainedText:
    'Either the secret is a quite different one, or this was not sent by the provider, or it was changed in a way nobody has thought of.',
  /** What a line's secret is called where its field is not known. */
  secret: 'The secret',
  checks: 'Check by hand',
  checkSecret: (field: string) => `Is “${field}” in the line’s settings the one the provider shows today? Copy it anew, whole.`,
  checkUrl: (provider: string) => `Does ${provider} have exactly the line’s address?`,
  checkSource: (source: string) =>
    `Do you know who sends from ${source}? Anybody can post to a public address; a forgery is refused just like this.`,
  checkWay: 'Is there anything on the way that could write requests anew: a proxy, a relay, an automation tool?',
  tried: (ways: number) => `What was tried: ${many(ways, 'way', 'ways')}`,
  ways: (count: number) => (isOne(count) ? '1 way' : `${counted.format(count)} ways`),
  took: (milliseconds: number) => `It took ${counted.format(Math.max(1, Math.round(milliseconds)))} ms.`,
  groups: {
    address: 'Another address',
    parameters: 'Parameters written in another way',
    body: 'A body written anew',
    secret: 'Another secret',
    form: 'Another header or form of the signature',
  },
};
