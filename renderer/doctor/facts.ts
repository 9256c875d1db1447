/**
 * What the sentences of a finding name, with words for what is not known.
 * @module
 */
import type { Finding, MistakeCode } from '../../src/contract/diagnosis.ts';
import type { LineView, ProviderInfo } from '../../src/contract/views.ts';
import { visible } from '../../src/domain/visible.ts';
import { formatDuration } from '../format/duration.ts';
import { capitalized } from '../format/time.ts';
import type { EveryMistake, MistakeFacts } from '../texts/mistake-words.ts';
import { words } from './words.ts';

/** The line a delivery came to, as far as it is still known. */
export type About = {
  readonly line: LineView | undefined;
  readonly lines: readonly LineView[];
  readonly provider: ProviderInfo | undefined;
  readonly providers: readonly ProviderInfo[];
};

export function factsOf(finding: Finding, { line, lines, provider, providers }: About): MistakeFacts {
  const expected = partsOf(line?.webhookUrl);
  const signed = partsOf(finding.url);
  const { unknown } = words;
  const other = lines.find(({ id }) => id === finding.lineId)?.label;
  const field = provider?.fields.find(({ key }) => key === finding.field)?.label ?? finding.field;
  return {
    provider: provider?.label ?? unknown.provider,
    expectedScheme: expected?.scheme ?? 'https',
    signedScheme: signed?.scheme ?? (expected?.scheme === 'http' ? 'https' : 'http'),
    expectedHost: expected?.host ?? unknown.host,
    signedHost: signed?.host ?? unknown.host,
    header: shown(finding.header) ?? unknown.header,
    line: shown(other) ?? unknown.line,
    scheme: shown(finding.scheme) ?? providers.find(({ name }) => name === finding.provider)?.label ?? unknown.scheme,
    field: shown(field) ?? unknown.field,
    age: finding.ageSeconds === undefined ? unknown.age : formatDuration(finding.ageSeconds * 1_000),
  };
}

/** The cause and the way out, each from its beginning, which may be a name or a word for one. */
export function sentencesOf(mistake: MistakeCode, facts: MistakeFacts, mistakes: EveryMistake = words.mistakes) {
  const { cause, remedy } = mistakes[mistake];
  return { cause: capitalized(cause(facts)), remedy: capitalized(remedy(facts)) };
}

/** What came with a request is shown without anything invisible. */
function shown(text: string | undefined): string | undefined {
  const plain = visible(text ?? '');
  return plain === '' ? undefined : plain;
}

function partsOf(url: string | undefined): { readonly scheme: string; readonly host: string } | undefined {
  const [, scheme, host] = /^(https?):\/\/([^/?#]+)/i.exec(url ?? '') ?? [];
  return scheme === undefined || host === undefined ? undefined : { scheme: scheme.toLowerCase(), host: visible(host) };
}
