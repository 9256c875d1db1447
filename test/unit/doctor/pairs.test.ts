import { describe, expect, test } from 'vitest';
import type { MistakeCode } from '../../../src/contract/diagnosis.ts';
import {
  byKey,
  type Changes,
  evidenceOf,
  formOf,
  hmac,
  isValid,
  type Kind,
  kinds,
  namedMistakes,
  parameters,
  path,
  quotePlus,
  url,
} from './cases.ts';
import { ascii, inOrder, python } from './mistakes/writing.ts';

type Pair = { readonly what: string; readonly codes: readonly MistakeCode[]; readonly make: (kind: Kind) => Changes | undefined };

const isForm = ({ name }: Kind): boolean => name === 'cloudvno';
const onlyForms = (make: (kind: Kind) => Changes) => (kind: Kind) => (isForm(kind) ? make(kind) : undefined);
const onlyJson = (make: (kind: Kind) => Changes) => (kind: Kind) => (isForm(kind) ? undefined : make(kind));
const hex = (kind: Kind, signed: Buffer | string, secret: string | Buffer = kind.secret): string =>
  kind.prefix + hmac(secret, signed).toString('hex');
const sorted = inOrder((keys) => [...keys].sort());

const withoutSlash = url.replace('https', 'http');

const pairs: readonly Pair[] = [
  {
    what: 'a secret with a line end and a slash at the end of the URL',
    codes: ['secret-blanks', 'url-trailing-slash'],
    make: onlyForms((kind) => ({ signature: hex(kind, kind.canonical(kind.body, `${url}/`), `${kind.secret}\n`) })),
  },
  {
    what: 'the secret of another field and http',
    codes: ['secret-of-field', 'url-scheme'],
    make: onlyForms((kind) => ({ signature: hex(kind, kind.canonical(kind.body, withoutSlash), kind.credentials.apiKey) })),
  },
  {
    what: 'http and a port',
    codes: ['url-port', 'url-scheme'],
    make: onlyForms((kind) => ({ signature: hex(kind, kind.canonical(kind.body, withoutSlash.replace('.org', '.org:80'))) })),
  },
  {
    what: 'an old address and a slash at its end',
    codes: ['url-former', 'url-trailing-slash'],
    make: onlyForms((kind) => ({
      formerBases: ['https://gone.lhr.life'],
      signature: hex(kind, kind.canonical(kind.body, `https://gone.lhr.life${path}/`)),
    })),
  },
  {
    what: '%20 and a slash at the end of the URL',
    codes: ['encoding-space', 'url-trailing-slash'],
    make: onlyForms((kind) => ({
      signature: hex(
        kind,
        `${url}/${byKey(parameters)
          .map((pair) => pair.map((text) => quotePlus(text).replaceAll('+', '%20')).join('='))
          .join('&')}`,
      ),
    })),
  },
  {
    what: 'unsorted parameters and a secret in quotation marks',
    codes: ['parameters-order', 'secret-quoted'],
    make: onlyForms((kind) => ({ signature: hex(kind, url + formOf(parameters), `"${kind.secret}"`) })),
  },
  {
    what: 'http and base64',
    codes: ['form-base64', 'url-scheme'],
    make: onlyForms((kind) => ({ signature: hmac(kind.secret, kind.canonical(kind.body, withoutSlash)).toString('base64') })),
  },
  {
    what: 'a prefix and upper case',
    codes: ['form-prefix', 'form-uppercase'],
    make: (kind) => ({ signature: `v1=${hmac(kind.secret, kind.canonical(kind.body, url)).toString('hex').toUpperCase()}` }),
  },
  {
    what: 'another header and base64',
    codes: ['form-base64', 'header-other'],
    make: (kind) => ({
      signature: null,
      headers: [['X-Signature', kind.prefix + hmac(kind.secret, kind.canonical(kind.body, url)).toString('base64')]],
    }),
  },
  {
    what: 'another secret form and upper case',
    codes: ['form-uppercase', 'secret-hex'],
    make: (kind) => ({
      signature: kind.prefix + hmac(Buffer.from(kind.secret).toString('hex'), kind.canonical(kind.body, url)).toString('hex').toUpperCase(),
    }),
  },
  {
    what: 'blanks in JSON and a secret with a line end',
    codes: ['json-spacing', 'secret-blanks'],
    make: onlyJson((kind) => ({ signature: hex(kind, python(String(kind.body)), `${kind.secret}\n`) })),
  },
  {
    what: 'a line end after the body and the secret of another line',
    codes: ['line-ends', 'secret-of-line'],
    make: onlyJson((kind) => ({
      body: `${kind.body}\n`,
      signature: hex(kind, kind.body, 'the secret of another line'),
      others: [
        {
          id: 'l_2',
          provider: evidenceOf(kind).provider,
          credentials: { [kind.credential]: 'the secret of another line' },
          number: '+12025557777',
          webhookPath: '/hooks/2222222222222222222222',
        },
      ],
    })),
  },
  {
    what: 'a byte order mark and Python',
    codes: ['byte-order-mark', 'json-spacing'],
    make: onlyJson((kind) => ({ signature: hex(kind, `\ufeff${python(String(kind.body))}`) })),
  },
  {
    what: 'sorted keys and base64',
    codes: ['form-base64', 'json-key-order'],
    make: onlyJson((kind) => ({ signature: kind.prefix + hmac(kind.secret, sorted(String(kind.body))).toString('base64') })),
  },
  {
    what: 'PHP, with blanks',
    codes: ['json-escapes', 'json-spacing'],
    make: onlyJson((kind) => ({
      signature: hex(kind, ascii(JSON.stringify(JSON.parse(String(kind.body)), null, 4)).replaceAll('/', '\\/')),
    })),
  },
  {
    what: 'the URL in front, and http',
    codes: ['url-added', 'url-scheme'],
    make: onlyJson((kind) => ({ signature: hex(kind, withoutSlash + kind.body) })),
  },
  {
    what: 'the URL in front, and a secret with a line end',
    codes: ['secret-blanks', 'url-added'],
    make: onlyJson((kind) => ({ signature: hex(kind, url + kind.body, `${kind.secret}\n`) })),
  },
  {
    what: "another service's scheme with a secret in quotation marks",
    codes: ['scheme-other', 'secret-quoted'],
    make: (kind) => ({
      signature: null,
      headers: [['Stripe-Signature', `t=1772366390,v1=${hmac(`"${kind.secret}"`, `1772366390.${kind.body}`).toString('hex')}`]],
    }),
  },
  {
    what: 'a secret in quotation marks, as base64',
    codes: ['secret-base64', 'secret-quoted'],
    make: (kind) => ({ signature: hex(kind, kind.canonical(kind.body, url), Buffer.from(`"${kind.secret}"`).toString('base64')) }),
  },
];

describe.each(kinds)('two mistakes in a delivery of $name', (kind) => {
  const made = pairs.flatMap(({ what, codes, make }) => {
    const changes = make(kind);
    return changes === undefined ? [] : [{ what, codes, evidence: evidenceOf(kind, changes) }];
  });

  test.each(made)('$what', async ({ codes, evidence }) => {
    expect(isValid(evidence)).toBe(false);
    expect(await namedMistakes(evidence)).toEqual(codes);
  });
});
