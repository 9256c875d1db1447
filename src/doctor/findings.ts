/**
 * What was proven, as it is told: who can mend it, and what one click does about it. Never with a secret in it.
 * @module
 */
import type { Finding, Fix, MistakeCode } from '../contract/diagnosis.ts';
import type { Evidence, ProviderRegistry, Remedy } from '../core/ports.ts';
import { ownerOf } from './schemes.ts';
import type { Hit } from './search.ts';
import { isAcceptable } from './urls.ts';
import type { About } from './way.ts';

export type Found = { readonly finding: Finding; readonly remedy?: Remedy };

const between: ReadonlySet<MistakeCode> = new Set<MistakeCode>([
  'json-spacing',
  'json-key-order',
  'json-escapes',
  'line-ends',
  'blanks-around',
  'byte-order-mark',
  'charset',
  'percent-encoding',
  'compressed',
  'body-altered',
  'header-repeated',
  'header-altered',
]);

const mostMistakes = 3;

export function found(mistakes: readonly MistakeCode[], about: About, remedy: Remedy | undefined): Found {
  const named = [...new Set(mistakes)].slice(0, mostMistakes);
  const side = remedy ? 'here' : named.some((mistake) => between.has(mistake)) ? 'between' : 'provider';
  const fix: Fix | undefined = remedy?.fix;
  return { finding: { mistakes: named, side, ...about, ...(fix && { fix }) }, ...(remedy && { remedy }) };
}

/** What a match says. */
export function foundBy(hit: Hit, evidence: Evidence, providers: ProviderRegistry): Found {
  const { key, message, claim } = hit;
  const owner = claim.isOwn ? undefined : ownerOf(claim.header, evidence, providers);
  const isScheme = message.mistakes.includes('scheme-other');
  const mistakes = [...key.mistakes, ...placed(hit, owner !== undefined, isScheme)];
  const about: About = {
    ...message.about,
    ...key.about,
    ...owner,
    ...((!claim.isOwn || mistakes.some((mistake) => mistake.startsWith('header-') || mistake.startsWith('form-'))) && {
      header: claim.header,
    }),
  };
  return found(mistakes, about, key.remedy ?? acceptance(hit, evidence));
}

/** What is wrong with the message, and with where and how its digest stands. */
function placed({ message, claim, formMistakes, algorithm }: Hit, hasOwner: boolean, isScheme: boolean): MistakeCode[] {
  const hash: MistakeCode[] = algorithm === 'sha256' || message.algorithm !== undefined ? [] : ['form-hash'];
  const altered = formMistakes.filter((mistake) => mistake.startsWith('header-'));
  if (hasOwner) return ['scheme-other', ...message.mistakes.filter((mistake) => !partOfScheme.has(mistake)), ...altered];
  if (isScheme) return [...message.mistakes, ...altered];
  if (!claim.isOwn) return [...message.mistakes, 'header-other', ...formMistakes, ...hash];
  return [...message.mistakes, ...formMistakes, ...hash];
}

/** What is no mistake in the scheme of others. */
const partOfScheme: ReadonlySet<MistakeCode> = new Set<MistakeCode>(['scheme-other', 'url-left-out', 'url-added', 'body-signed-raw']);

const urlMistakes: ReadonlySet<MistakeCode> = new Set<MistakeCode>([
  'url-scheme',
  'url-former',
  'url-host',
  'url-trailing-slash',
  'url-port',
  'url-path',
  'url-query',
  'url-query-order',
]);

/** The URL that was proven is taken from now on, where that is safe. */
function acceptance({ message }: Hit, evidence: Evidence): Remedy | undefined {
  const url = message.about?.url;
  if (url === undefined || !evidence.provider.wire.coversUrl || !message.mistakes.some((mistake) => urlMistakes.has(mistake)))
    return undefined;
  return isAcceptable(url, evidence) ? { fix: { kind: 'accept-url', url }, url } : undefined;
}
