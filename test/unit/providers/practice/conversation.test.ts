import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { optOutSignal } from '../../../../src/domain/opt-out.ts';
import { replyTo } from '../../../../src/providers/practice/conversation.ts';

describe('the simulated phone', () => {
  test('echoes what it got, the same way every time, in more than one way', () => {
    const texts = Array.from({ length: 30 }, (_, index) => `text ${index}`);
    const replies = texts.map((text) => replyTo(text, 0));
    expect(replies).toEqual(texts.map((text) => replyTo(text, 0)));
    for (const [index, reply] of replies.entries()) expect(reply).toContain(`text ${index}`);
    expect(new Set(replies.map((reply) => reply.replace(/text \d+/, ''))).size).toBeGreaterThan(2);
  });

  test('explains itself, and answers its own keywords', () => {
    expect(replyTo('help', 0)).toContain('CODE');
    expect(replyTo('Code.', 0)).toMatch(/\b\d{6}\b/);
    expect(replyTo('long', 0).length).toBeGreaterThan(160);
    expect(replyTo('', 1)).toContain('attachment');
    expect(replyTo(' ', 0)).toContain('empty');
  });

  test('understands STOP and START, and only opts out itself when asked to', () => {
    expect(replyTo('stop', 0)).toContain('START');
    expect(replyTo('START', 0)).toContain('Welcome back');
    expect(optOutSignal(replyTo('opt out', 0))?.kind).toBe('opt-out');
  });

  test('never opts out by accident and never splits a character, whatever it gets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (body) => {
        const reply = replyTo(body, 0);
        expect(reply.isWellFormed()).toBe(true);
        expect(reply).not.toBe('');
        if (body.trim().toLowerCase() !== 'opt out') expect(optOutSignal(reply)).toBeUndefined();
      }),
    );
  });
});
