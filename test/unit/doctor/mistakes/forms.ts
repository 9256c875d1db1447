/**
 * The right digest in another form or header, or by another scheme.
 * @module
 */
import { createHash } from 'node:crypto';
import type { MistakeCode } from '../../../../src/contract/diagnosis.ts';
import { byKey, type Changes, hmac, type Kind, parameters, url } from '../cases.ts';
import type { Mistake } from './making.ts';

/** The right digest in another form or header. */
const written = (what: string, codes: readonly MistakeCode[], write: (digest: Buffer, kind: Kind) => Changes | undefined): Mistake => ({
  what,
  codes,
  make: (kind) => write(hmac(kind.secret, kind.canonical(kind.body, url)), kind),
});

const time = (seconds: number): string => String(Date.parse('2026-03-01T12:00:00.000Z') / 1_000 - seconds);

export const formMistakes: readonly Mistake[] = [
  written('base64', ['form-base64'], (digest, { prefix }) => ({ signature: prefix + digest.toString('base64') })),
  written('base64 for URLs', ['form-base64'], (digest, { prefix }) => ({ signature: prefix + digest.toString('base64url') })),
  written('upper case', ['form-uppercase'], (digest, { prefix }) => ({ signature: prefix + digest.toString('hex').toUpperCase() })),
  written('without its prefix', ['form-prefix'], (digest, { prefix, name }) =>
    prefix === '' || name === 'mobile-api-connect' ? undefined : { signature: digest.toString('hex') },
  ),
  written('with a prefix', ['form-prefix'], (digest, { prefix, name }) =>
    prefix === '' || name !== 'cloudvno'
      ? { signature: `v1=${digest.toString('hex')}` }
      : { signature: `sha256=${digest.toString('hex')}` },
  ),
  {
    what: 'SHA-1',
    codes: ['form-hash'],
    make: (kind) => ({ signature: kind.prefix + hmac(kind.secret, kind.canonical(kind.body, url), 'sha1').toString('hex') }),
  },
  {
    what: 'SHA-512',
    codes: ['form-hash'],
    make: (kind) => ({ signature: kind.prefix + hmac(kind.secret, kind.canonical(kind.body, url), 'sha512').toString('hex') }),
  },
  {
    what: 'a digest without any key',
    codes: ['form-hash'],
    make: (kind) => ({ signature: kind.prefix + createHash('sha256').update(kind.body).digest('hex') }),
  },
  written('in another header', ['header-other'], (digest, { prefix }) => ({
    signature: null,
    headers: [['X-Signature', prefix + digest.toString('hex')]],
  })),
  written('in another header, and a wrong one in the right one', ['header-other'], (digest, { prefix }) => ({
    signature: prefix + '0'.repeat(64),
    headers: [['X-Signature', prefix + digest.toString('hex')]],
  })),
  { what: 'none', codes: ['header-missing'], make: () => ({ signature: null }) },
  written('twice', ['header-repeated'], (digest, { header, prefix }) => ({
    signature: prefix + digest.toString('hex'),
    headers: [[header, prefix + digest.toString('hex')]],
  })),
  written('twice, one of them wrong', ['header-repeated'], (digest, { header, prefix }) => ({
    signature: prefix + '0'.repeat(64),
    headers: [[header, prefix + digest.toString('hex')]],
  })),
  written('cut off', ['header-altered'], (digest, { prefix }) => ({ signature: prefix + digest.toString('hex').slice(0, 50) })),
  written('with blanks inside', ['header-altered'], (digest, { prefix }) => ({
    signature: `${prefix}${digest.toString('hex').slice(0, 32)} ${digest.toString('hex').slice(32)}`,
  })),
];

export const schemeMistakes: readonly Mistake[] = [
  {
    what: 'GitHub',
    codes: ['scheme-other'],
    make: ({ name, secret, body }) =>
      name === 'cloudvno'
        ? undefined
        : { signature: null, headers: [['X-Hub-Signature-256', `sha256=${hmac(secret, body).toString('hex')}`]] },
  },
  {
    what: 'GitHub, the old one',
    codes: ['scheme-other'],
    make: ({ secret, body }) => ({ signature: null, headers: [['X-Hub-Signature', `sha1=${hmac(secret, body, 'sha1').toString('hex')}`]] }),
  },
  {
    what: 'Twilio',
    codes: ['scheme-other'],
    make: ({ name, secret }) =>
      name === 'cloudvno'
        ? {
            signature: null,
            headers: [['X-Twilio-Signature', hmac(secret, url + byKey(parameters).flat().join(''), 'sha1').toString('base64')]],
          }
        : undefined,
  },
  {
    what: 'Stripe',
    codes: ['scheme-other'],
    make: ({ secret, body }) => ({
      signature: null,
      headers: [['Stripe-Signature', `t=${time(9)},v1=${hmac(secret, `${time(9)}.${body}`).toString('hex')}`]],
    }),
  },
  {
    what: 'Stripe, too late',
    codes: ['scheme-other', 'time-stale'],
    make: ({ secret, body }) => ({
      signature: null,
      headers: [['Stripe-Signature', `t=${time(999)},v1=${hmac(secret, `${time(999)}.${body}`).toString('hex')}`]],
    }),
  },
  {
    what: 'Slack',
    codes: ['scheme-other'],
    make: ({ secret, body }) => ({
      signature: null,
      headers: [
        ['X-Slack-Request-Timestamp', time(1)],
        ['X-Slack-Signature', `v0=${hmac(secret, `v0:${time(1)}:${body}`).toString('hex')}`],
      ],
    }),
  },
  {
    what: 'Standard Webhooks',
    codes: ['scheme-other'],
    make: ({ secret, body }) => ({
      signature: null,
      headers: [
        ['webhook-id', 'msg_1'],
        ['webhook-timestamp', time(1)],
        ['webhook-signature', `v1,${hmac(secret, `msg_1.${time(1)}.${body}`).toString('base64')}`],
      ],
    }),
  },
  {
    what: 'another provider of this app',
    codes: ['scheme-other'],
    make: ({ name, secret, body }) =>
      name === 'cloudvno'
        ? { signature: null, headers: [['X-MAC-Signature', `sha256=${hmac(secret, body).toString('hex')}`]] }
        : { signature: null, headers: [['X-CloudVNO-Signature', hmac(secret, body).toString('hex')]] },
  },
  {
    what: 'the secret itself',
    codes: ['scheme-other'],
    make: ({ secret }) => ({ signature: null, headers: [['Authorization', `Bearer ${secret}`]] }),
  },
];
