/**
 * The sender and the line have different secrets.
 * @module
 */
import type { MistakeCode } from '../../../../src/contract/diagnosis.ts';
import { type Changes, type Kind, named, url } from '../cases.ts';
import { hex, type Mistake } from './making.ts';

/** The sender has another secret than the line. */
const withSecret = (
  what: string,
  codes: readonly MistakeCode[],
  theirs: (secret: string, kind: Kind) => string | Buffer | undefined,
  more: Changes = {},
): Mistake => ({
  what,
  codes,
  make(kind) {
    const secret = theirs(kind.secret, kind);
    return secret === undefined ? undefined : { ...more, signature: hex(kind, kind.canonical(kind.body, url), secret) };
  },
});

/** The line has the sender's secret in another form. */
const keptAs = (what: string, codes: readonly MistakeCode[], kept: (secret: string, kind: Kind) => string | undefined): Mistake => ({
  what,
  codes,
  make(kind) {
    const secret = kept(kind.secret, kind);
    return secret === undefined ? undefined : { credentials: { ...kind.credentials, [kind.credential]: secret } };
  },
});

/** Mobile API Connect does not say which bytes of its secret are the key: what others call a mistake is right there. */
const isExact = ({ name }: Kind): boolean => name !== 'mobile-api-connect';

const others: NonNullable<Changes['others']> = [
  {
    id: 'l_other',
    provider: named('receivesms-ink'),
    credentials: { webhookSecret: 'not this one, but another' },
    number: '+12025559999',
    webhookPath: '/hooks/0000000000000000000000',
  },
  {
    id: 'l_third',
    provider: named('cloudspire'),
    credentials: { authHeader: 'Bearer x', secret: 'the secret of another line' },
    number: '+12025558888',
    webhookPath: '/hooks/1111111111111111111111',
  },
];

export const secretMistakes: readonly Mistake[] = [
  withSecret('a line end after it', ['secret-blanks'], (secret) => `${secret}\n`),
  withSecret('a blank before it', ['secret-blanks'], (secret) => ` ${secret}`),
  withSecret('a Windows line end after it', ['secret-blanks'], (secret) => `${secret}\r\n`),
  keptAs('kept with a blank inside', ['secret-blanks'], (secret) => `${secret.slice(0, 9)} ${secret.slice(9)}`),
  withSecret('whsec_ before it', ['secret-prefix'], (secret) => `whsec_${secret}`),
  keptAs('kept with whsec_ before it', ['secret-prefix'], (secret, kind) => (isExact(kind) ? `whsec_${secret}` : undefined)),
  keptAs('kept with Bearer before it', ['secret-prefix'], (secret) => `Bearer ${secret}`),
  withSecret('decoded from base64', ['secret-base64'], (secret, { name }) =>
    name === 'receivesms-ink' ? Buffer.from(secret, 'base64') : undefined,
  ),
  withSecret(
    'decoded from base64 after whsec_',
    ['secret-base64'],
    (_, { name }) => (name === 'practice' ? Buffer.from('c3RhbmRhcmQtd2ViaG9va3Mta2V5', 'base64') : undefined),
    {
      credentials: { secret: 'whsec_c3RhbmRhcmQtd2ViaG9va3Mta2V5' },
    },
  ),
  withSecret('written as base64', ['secret-base64'], (secret) => Buffer.from(secret).toString('base64')),
  keptAs('kept as base64', ['secret-base64'], (secret, kind) => (isExact(kind) ? Buffer.from(secret).toString('base64') : undefined)),
  withSecret('decoded from hex', ['secret-hex'], (secret, { name }) => (name === 'cloudvno' ? Buffer.from(secret, 'hex') : undefined)),
  withSecret('written as hex', ['secret-hex'], (secret) => Buffer.from(secret).toString('hex')),
  withSecret('in quotation marks', ['secret-quoted'], (secret) => `"${secret}"`),
  keptAs('kept in quotation marks', ['secret-quoted'], (secret) => `'${secret}'`),
  withSecret('in upper case', ['secret-case'], (secret) => secret.toUpperCase()),
  keptAs('kept with Caps Lock on', ['secret-case'], (secret) =>
    secret.replace(/[a-zA-Z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase())),
  ),
  keptAs('kept twice', ['secret-characters'], (secret, kind) => (isExact(kind) ? secret + secret : undefined)),
  keptAs('kept with a comma at its end', ['secret-characters'], (secret) => `${secret},`),
  keptAs('kept with an invisible character', ['secret-characters'], (secret) => `${secret.slice(0, 5)}\u200b${secret.slice(5)}`),
  {
    what: 'an accent in two parts',
    codes: ['secret-characters'],
    make: (kind) => ({
      credentials: { ...kind.credentials, [kind.credential]: 'Geheimnis-für-Übungen'.normalize('NFD') },
      signature: hex(kind, kind.canonical(kind.body, url), 'Geheimnis-für-Übungen'),
    }),
  },
  withSecret('that of another line', ['secret-of-line'], () => 'the secret of another line', { others }),
  withSecret('that of another field', ['secret-of-field'], (_, { credentials }) => credentials.apiKey),
];
