/**
 * How each provider's webhooks work. Loaded with its page.
 * @module
 */

import { counting } from '../../../../src/domain/counting.ts';
import type { ProviderName } from '../../../../src/domain/line.ts';
import type { ProviderLesson } from '../../provider-lesson.ts';

const { counted, isOne } = counting('en');

const providers: Record<ProviderName, ProviderLesson> = {
  cloudvno: {
    about: 'CloudVNO posts a form and signs it together with the address it was given, so even a wrong letter in the address is noticed.',
    signed:
      'The address as CloudVNO was given it, directly followed by the parameters, sorted by their names and written anew. Nothing stands between them.',
    secret: 'The auth token of your account. It is not the API key, which is for sending.',
    repeats: 'By MessageSid: the same id is the same text.',
    open: [
      'There is no time in the request and none in the signature: an old request that somebody recorded is signed as well as a new one. Texttray knows it by its id.',
      'What is signed when a parameter is there more than once is not documented. Texttray takes its first value.',
      'The fields of delivery reports are not documented. Texttray reads MessageStatus and ErrorCode, and keeps what it does not understand.',
      'How to set the webhook URL with the API is not documented, apart from a call in CloudVNO’s own library.',
    ],
  },
  'receivesms-ink': {
    about: 'ReceiveSMS.ink posts JSON and signs the body, byte for byte. The address is not signed, so it may change.',
    signed: 'The body as it is sent. Written anew, even with other blanks only, it does not fit any more.',
    secret: 'The webhook secret of your private number.',
    repeats: 'By data.messageId: the same number is the same text.',
    open: [
      'How long it waits for an answer and whether it tries again is not documented. Texttray answers at once, and cannot fetch what it missed.',
      'There is no time in the signature: an old request that somebody recorded is signed as well as a new one.',
      'There is no API: nothing can be sent, listed or set up by a program.',
    ],
  },
  'mobile-api-connect': {
    about: 'Your paired phone’s texts come as JSON, signed over the body, byte for byte. The address is not signed, so it may change.',
    signed: 'The body as it is sent. Written anew, even with other blanks only, it does not fit any more.',
    secret: 'The signing secret of the webhook; it begins with whsec_.',
    again: 'What fails or takes long is sent again; when and how often is not documented.',
    repeats: 'By an id, if there is one; the documented body has none. Otherwise by device, sender, time and text together.',
    open: [
      'Which part of a whsec_ secret is the key is not documented: the whole, what follows the prefix, or that decoded from base64. Texttray takes any of the three.',
      'Whether sha256= stands before the signature is documented in two ways. Texttray takes both.',
      'The guide says to know texts by their id, but the documented body has none.',
      'Numbers come without the + of the country code.',
    ],
  },
  cloudspire: {
    about:
      'CloudSpire posts JSON and signs nothing. A fixed header can be agreed on; besides it, only the random part of the address is secret.',
    signed: 'Nothing. The header is the same for every request and says nothing about the body.',
    secret: 'The Auth Header your onCloud administrator set for the webhook, the whole value.',
    again: 'Anything but a 2xx answer counts as a failure. Whether it comes again then is not documented.',
    repeats: 'There is no id: a text with the same sender, receiver, time, words and attachments is the same.',
    open: [
      'A body that was changed on the way cannot be noticed, since nothing signs it.',
      'Attachments are kept by CloudSpire for 30 days. Texttray fetches them on arrival.',
    ],
  },
  practice: {
    about: 'The simulated phone on this computer signs like a real provider, with a secret Texttray made itself.',
    signed: 'The body as it is sent.',
    secret: 'Made by Texttray when the line was added. Nobody has to know it.',
    again: 'The simulated phone sends each text once.',
    repeats: 'By its id.',
    open: [],
  },
};

export const learn = {
  providers,
  title: (provider: string) => `How webhooks work: ${provider}`,
  ofLine: 'How its webhooks work',
  ofLineHelp: 'What arrives, how it is signed, when it comes again: on a worked sample.',
  look: 'Learn',
  provider: 'Provider',
  line: 'Line',
  failed: 'This page could not be worked out.',
  sample:
    'A made-up text, signed for the line and judged by the receiver’s own code. Nothing was sent and nothing is kept. Whoever sees this request could send you this one text.',
  madeUp: 'There is no line of this provider yet: address and secret are made up.',
  arrives: 'What arrives',
  request: 'Request',
  headers: 'Headers',
  body: 'Body',
  view: 'Shown',
  views: { formatted: 'Formatted', exact: 'As it is sent' },
  parameter: 'Parameter',
  value: 'Value',
  signedTitle: 'What is signed',
  parts: { url: 'The address', parameters: 'The sorted parameters', body: 'The body' },
  bytes: (count: number) => (isOne(count) ? '1 byte' : `${counted.format(count)} bytes`),
  proofTitle: 'How the signature is made',
  headerTitle: 'What proves it',
  steps: {
    secret: 'Take the secret',
    canonical: 'Take what is signed',
    digest: 'Work out HMAC-SHA256, keyed with the secret, in small hexadecimal digits',
    header: 'Write it into the header',
    compare: 'Compare the header, letter by letter and in constant time',
  },
  storedAs: (field: string) => `Stored as “${field}”, and masked here.`,
  noSecret: 'None is set for this line.',
  noHeader: 'No header is sent: whoever knows the address can post to it.',
  seeAbove: (bytes: string) => `See above: ${bytes}.`,
  judgedTitle: 'What the receiver makes of it',
  judged: (status: number) => `Answered ${counted.format(status)}`,
  from: 'From',
  text: 'Text',
  attachments: 'Attachments',
  known: 'Known by',
  retriesTitle: 'When it comes again',
  waits: (seconds: number) => `It waits ${counted.format(seconds)} seconds for an answer.`,
  waitsUnknown: 'How long it waits for an answer is not documented.',
  again: (minutes: string, count: number) =>
    `After anything but a 2xx answer it comes again after ${minutes} minutes, ${isOne(count) ? 'once' : `${counted.format(count)} times`} at most. Then it has failed for good.`,
  againUnknown: 'Whether and when it comes again is not documented.',
  ours: 'Texttray answers 2xx once a text is safely stored, 503 while it cannot store, 401 when the signature does not fit.',
  repeatsTitle: 'How repeated texts are known',
  setUpTitle: 'Setting it up',
  secretWhere: 'Where the secret is',
  urlWhere: 'Where the address goes',
  security: 'Worth knowing',
  openTitle: 'What is not documented',
  openHelp: 'As far as the public documentation says. What Texttray does instead stands beside it.',
  samplesTitle: 'Check it in your own code',
  samplesHelp: 'Takes the raw body, as it arrived. Nothing but the language’s own library is needed.',
  language: 'Language',
  languages: { python: 'Python', node: 'Node.js' },
  openLine: 'Open the line’s settings',
};
