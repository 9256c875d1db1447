/**
 * Secrets that were sent as they are, in a header: compared with every form in which ours could have been sent.
 * @module
 */
import type { MistakeCode } from '../contract/diagnosis.ts';
import type { Evidence, Remedy } from '../core/ports.ts';
import { secretForms } from './secret-forms.ts';
import { otherSecrets, secretOf } from './secrets.ts';
import type { About } from './way.ts';

export type SharedSecret = { readonly mistakes: readonly MistakeCode[]; readonly about: About; readonly remedy?: Remedy };

type Candidate = { readonly mistakes: readonly MistakeCode[]; readonly text: string; readonly about?: About; readonly remedy?: Remedy };

/** What of a secret must be there to prove that it is one that was cut off. */
const shortestBeginning = 16;

const scheme = /^(?:Bearer|Basic|Token|ApiKey|Api-Key|Key|Secret|Digest)[ :=]+/i;
const schemes = ['', 'Bearer ', 'bearer ', 'BEARER ', 'Basic ', 'Token ', 'token ', 'ApiKey ', 'Api-Key ', 'Key ', 'Bearer: ', 'Bearer  '];

/** Where a secret of ours stands in the headers, and what is wrong with it there; `undefined`: nowhere. */
export function findSharedSecret(evidence: Evidence, count: (mistakes: readonly MistakeCode[]) => void): SharedSecret | undefined {
  const { provider, request, credentials } = evidence;
  const { wire } = provider;
  const isStatic = wire.scheme === 'static';
  const own = request.headers.filter(([name]) => name.toLowerCase() === wire.header.toLowerCase());
  const others = request.headers.filter(([name, value]) => !own.some(([each]) => each === name) && value.length >= 8);
  const byText = new Map<string, Candidate>();
  for (const candidate of candidatesOf(evidence)) {
    count(candidate.mistakes);
    if (!byText.has(candidate.text)) byText.set(candidate.text, candidate);
  }
  for (const [header, value] of [...own, ...others]) {
    const isOwn = own.some(([name]) => name === header);
    const candidate = byText.get(value.trim()) ?? basicWith(value, byText);
    if (candidate === undefined) continue;
    const place = placeMistakes(isStatic, isOwn, own.length);
    // How others prefix a secret is no mistake of its own.
    const mistakes = [...candidate.mistakes.filter((mistake) => isStatic || mistake !== 'form-prefix'), ...place];
    if (mistakes.length === 0) continue;
    const remedy = place.length === 0 ? (candidate.remedy ?? corrected(evidence, candidate, value.trim())) : undefined;
    const about = { ...candidate.about, ...(place.length > 0 && { header }) };
    return { mistakes, about, ...(remedy && { remedy }) };
  }
  const secret = secretOf(credentials, wire.credential);
  const isCut = own.some(
    ([, value]) => value.trim().length >= shortestBeginning && secret.startsWith(value.trim()) && secret !== value.trim(),
  );
  return isStatic && isCut ? { mistakes: ['header-altered'], about: { header: wire.header } } : undefined;
}

function placeMistakes(isStatic: boolean, isOwn: boolean, repeated: number): readonly MistakeCode[] {
  if (!isStatic) return ['scheme-other'];
  if (!isOwn) return ['header-other'];
  return repeated > 1 ? ['header-repeated'] : [];
}

/** Every form of every secret, those with fewest mistakes first; the line's own secret, unchanged, before all. */
function candidatesOf(evidence: Evidence): Candidate[] {
  const { provider, credentials } = evidence;
  const own = secretOf(credentials, provider.wire.credential);
  const all = [
    ...sent(own),
    ...otherSecrets(evidence).flatMap(({ value, mistakes, about, remedy }) =>
      sent(value).map((each): Candidate => {
        const isBare = each.mistakes.length === 0;
        return { mistakes: [...mistakes, ...each.mistakes], text: each.text, ...(about && { about }), ...(isBare && remedy && { remedy }) };
      }),
    ),
  ];
  return all.filter(({ text }) => text.length >= 4).sort((one, other) => one.mistakes.length - other.mistakes.length);
}

function sent(secret: string): Candidate[] {
  if (secret === '') return [];
  const bare = secret.replace(scheme, '');
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const prefixed = schemes.map((prefix): Candidate => ({ mistakes: ['form-prefix'], text: `${prefix}${bare}`.trim() }));
  const encoded = [bare, secret, `:${bare}`, `${bare}:`].flatMap((text) =>
    ['Basic ', 'Bearer ', ''].map((prefix): Candidate => ({ mistakes: ['secret-base64'], text: prefix + base64(text) })),
  );
  const forms = [secret, bare].flatMap((each) =>
    secretForms(each).flatMap(({ mistake, text }) =>
      text === undefined ? [] : schemesOf(secret, each).map((prefix): Candidate => ({ mistakes: [mistake], text: prefix + text })),
    ),
  );
  return [{ mistakes: [], text: secret }, ...prefixed, ...encoded, ...forms].map((each) => ({ ...each, text: each.text.trim() }));
}

function schemesOf(secret: string, bare: string): string[] {
  return secret === bare ? [''] : [scheme.exec(secret)?.[0] ?? ''];
}

/** Basic authentication with a user name we do not know and one of our secrets as the password, or the other way round. */
function basicWith(value: string, byText: ReadonlyMap<string, Candidate>): Candidate | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/_-]+={0,2})$/i.exec(value.trim())?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const at = text.indexOf(':');
  if (at < 0) return undefined;
  const found = [text.slice(at + 1), text.slice(0, at)]
    .map((part) => (part.length < 8 ? undefined : byText.get(part)))
    .find((each) => each !== undefined);
  if (found === undefined || found.mistakes.includes('secret-base64')) return undefined;
  const { remedy: _remedy, ...rest } = found;
  return { ...rest, mistakes: [...found.mistakes.filter((mistake) => mistake !== 'form-prefix'), 'secret-base64'] };
}

/** The line's own secret in the form in which it is sent. */
function corrected({ provider, credentials }: Evidence, { mistakes, about }: Candidate, value: string): Remedy | undefined {
  const isOwn = about === undefined && mistakes.length > 0;
  if (!isOwn || provider.wire.scheme !== 'static') return undefined;
  const changed = { ...credentials, [provider.wire.credential]: value };
  return Object.keys(provider.checkCredentials(changed)).length === 0
    ? { fix: { kind: 'correct-secret' }, credentials: changed }
    : undefined;
}
