/**
 * What the simulated phone answers. Its words explain the app and try out what is hard to try with a real phone: login
 * codes, long texts, emoji, opting out. The same text always gets the same answer.
 * @module
 */
import { optOutSignal } from '../../domain/opt-out.ts';
import { fingerprint } from '../hmac.ts';

const help =
  'I am a simulated phone. I echo what you write, or try one of these words: CODE for a login code, LONG for a long text, EMOJI, OPT OUT to see what happens when someone asks not to be texted.';

const long =
  'This is a long text. A single SMS holds 160 characters of the plain alphabet, so phones cut longer ones into parts of 153 and put them together again on the other side. You see one bubble, your provider may count three messages. Texttray shows the count while you type, so there is no surprise on the bill.';

const keywords = new Map<string, (body: string) => string>([
  ['HELP', () => help],
  ['?', () => help],
  ['CODE', (body) => `Your practice code is ${codeFor(body)}. It opens nothing.`],
  ['LONG', () => long],
  ['EMOJI', () => 'Emoji make every character cost two bytes: 70 fit into one SMS instead of 160. 👋🏽🎉'],
  ['OPT OUT', () => 'STOP'],
  ['HELLO', () => 'Hello! Nice to hear from you. Write HELP to see what I can do.'],
  ['HI', () => 'Hi! I am the practice phone. Write HELP to see what I can do.'],
  ['THANKS', () => 'You are welcome.'],
]);

const echoes: readonly ((text: string) => string)[] = [
  (text) => `Got it: "${text}"`,
  (text) => `You wrote "${text}", and it arrived.`,
  (text) => `Loud and clear: "${text}"`,
  (text) => `"${text}" – nicely put. Write HELP for more.`,
];

/** The phone's answer to a text. */
export function replyTo(body: string, mediaCount: number): string {
  const signal = optOutSignal(body);
  if (signal?.kind === 'opt-out') return 'All right, I would be quiet now if I were a real person. Write START and we go on.';
  if (signal?.kind === 'opt-in') return 'Welcome back! You can text me again.';
  const text = body.trim().replace(/\s+/g, ' ');
  const keyword = keywords.get(text.replace(/[.!]+$/, '').toUpperCase());
  if (keyword !== undefined) return keyword(body);
  if (text === '') return mediaCount > 0 ? 'Thank you for the attachment.' : 'That was an empty text.';
  const echo = echoes[hash(body) % echoes.length];
  return (echo ?? String)(shortened(text));
}

/** Cuts between whole characters. */
function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length <= 80 ? text : `${characters.slice(0, 79).join('')}…`;
}

function codeFor(body: string): string {
  return String(hash(body) % 1_000_000).padStart(6, '0');
}

function hash(body: string): number {
  return Number.parseInt(fingerprint([body]).slice(0, 8), 16);
}
