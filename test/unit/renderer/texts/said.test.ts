import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { de } from '../../../../renderer/texts/de/index.ts';
import { en } from '../../../../renderer/texts/en/index.ts';
import { sayingIn } from '../../../../renderer/texts/said.ts';
import { systemClock, systemRandom } from '../../../../src/app/system.ts';
import { errorCodes, failure } from '../../../../src/contract/errors.ts';
import { tunnelFailure, tunnelFailureCodes } from '../../../../src/contract/tunnel-failures.ts';
import { deliveryReasonSchema, verdictSchema } from '../../../../src/domain/delivery.ts';
import { messageStatusSchema } from '../../../../src/domain/message.ts';
import { createProviderRegistry } from '../../../../src/providers/registry.ts';

/** What stays as it is in German. */
const untranslated = (sentences: readonly (string | undefined)[]): readonly string[] =>
  sentences.filter((sentence) => sentence !== undefined && de.said(sentence) === sentence) as string[];

describe('in German', () => {
  test('every failure has a sentence and an action of its own', () => {
    const all = errorCodes.map((code) => failure(code));
    expect(untranslated(all.flatMap(({ message, action }) => [message, action]))).toEqual([]);
  });

  test('so has everything that can go wrong with a tunnel', () => {
    const all = tunnelFailureCodes.map((code) => tunnelFailure(code));
    expect(untranslated(all.flatMap(({ message, action }) => [message, action]))).toEqual([]);
  });

  test('every verdict, every reason and every status is said', () => {
    for (const verdict of verdictSchema.options) expect(de.verdicts[verdict]).not.toBe(en.verdicts[verdict]);
    for (const reason of deliveryReasonSchema.options) expect(de.reasons[reason]).not.toBe(en.reasons[reason]);
    for (const status of messageStatusSchema.options) expect(de.thread.statuses[status]).not.toBe(en.thread.statuses[status]);
  });

  test('every form of a provider is understood', () => {
    const said = [...createProviderRegistry({ clock: systemClock, random: systemRandom }).values()].flatMap(({ info }) => [
      info.summary,
      info.webhookHelp,
      info.securityNote,
      ...info.fields.flatMap(({ label, help }) => [label, help]),
    ]);
    expect(said.length).toBeGreaterThan(20);
    expect(untranslated(said)).toEqual([]);
  });

  test.each([
    ['Texts can arrive: proven in 412 ms.', 'SMS können ankommen: in 412 ms bewiesen.'],
    [
      'The provider could not be reached. The name of the server was not found.',
      'Der Anbieter war nicht zu erreichen. Der Name des Servers wurde nicht gefunden.',
    ],
    [
      'The tunnel service ended the connection. Wait: it is made again.',
      'Der Tunneldienst hat die Verbindung beendet. Warten Sie: Sie wird neu aufgebaut.',
    ],
    [
      'CloudVNO could not be reached. There is no network. Is the computer online? How to set it is not documented, so Texttray has to guess: in the CloudVNO dashboard copy this URL into Phone Numbers → your number → Messaging → Webhook URL.',
      'CloudVNO war nicht zu erreichen. Es gibt kein Netz. Ist der Computer online? Wie sie zu setzen ist, ist nicht dokumentiert, Texttray muss also raten: Kopieren Sie diese URL im CloudVNO-Dashboard nach Phone Numbers → Ihre Nummer → Messaging → Webhook URL.',
    ],
    ['At most 1600 characters; this has 1700.', 'Höchstens 1600 Zeichen; dies sind 1700.'],
  ])('%s', (english, german) => {
    expect(de.said(english)).toBe(german);
  });

  test('what a provider says in its own words stays as it is', () => {
    expect(de.said('Number 12025550100 is not provisioned')).toBe('Number 12025550100 is not provisioned');
  });
});

describe('looking sentences up', () => {
  const say = sayingIn({
    'Hello.': 'Hallo.',
    'Hello {}.': 'Hallo {}.',
    world: 'Welt',
    'Try it': 'Versuchen Sie es',
    '{} and {}': '{} und {}',
  });

  test('what stands in a gap is looked up as well', () => {
    expect(say('Hello world.')).toBe('Hallo Welt.');
    expect(say('Hello you.')).toBe('Hallo you.');
  });

  test('the exact sentence comes before a pattern, and an action may end with a full stop', () => {
    expect(say('Hello.')).toBe('Hallo.');
    expect(say('Try it.')).toBe('Versuchen Sie es.');
  });

  test('several sentences are taken one by one, those nobody knows as they are', () => {
    expect(say('Hello. Nobody knows this. Try it.')).toBe('Hallo. Nobody knows this. Versuchen Sie es.');
  });

  test('ends for any text, and keeps what it does not know', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(typeof say(text)).toBe('string');
        expect(sayingIn({})(text)).toBe(text);
      }),
    );
  });
});
