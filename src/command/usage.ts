/**
 * What `--help` and `--list` print.
 * @module
 */
import type { ProviderRegistry, ProviderWire } from '../core/ports.ts';
import { sampleNames, samples } from './samples.ts';

export const usage = `Signs and sends a text as a provider would, and says what was answered.

  texttray send --provider NAME --url URL [--secret SECRET] [options]

What proves it
  --provider NAME       cloudvno, receivesms-ink, mobile-api-connect, cloudspire or practice
  --secret SECRET       what it is signed with (CloudSpire: the whole Auth Header); - reads it from stdin.
                        Whoever else uses this computer can see it in the list of processes, and your shell
                        remembers it: better is TEXTTRAY_SECRET in the environment, or a file
  --secret-file FILE    reads it from a file

Where it goes
  --url URL             the webhook URL: any http or https address
  --sign-url URL        the URL that is signed, where it is another one, as behind a tunnel (CloudVNO signs it)
  --timeout SECONDS     for each request; 15 when not given

What is sent
  --sample NAME         a text, or what goes wrong with texts: see --list
  --text TEXT  --from NUMBER  --to NUMBER
  --media URL           an attachment; may be given several times
  --body-file FILE      exactly these bytes, signed; - reads them from stdin
  --header 'Name: …'    another header, or another value; may be given several times
  --count N             so many times, each with an id of its own
  --dry-run             sends nothing: shows the request and what was signed

What is printed
  --expect STATUS       the only status that is right, as 401 for --sample bad-signature
  --json                one line of JSON for each request
  --list                providers and samples
  --help  --version

Exit codes: 0 accepted (2xx, or what --expect says), 1 refused, 2 the command line is wrong, 3 no answer.
Redirects are not followed. The secret is never printed.
`;

/** The providers with what they sign with and how, and the samples. */
export function listing(providers: ProviderRegistry): string {
  const known = [...providers.values()].map(({ name, info, wire }): Row => {
    const field = info.fields.find(({ key }) => key === wire.credential)?.label ?? 'Secret';
    return [name, `${wire.header}: ${schemeOf(wire)}. Secret: ${field}`];
  });
  const offered = sampleNames.map((name): Row => [name, samples[name].what]);
  return `Providers\n${table(known)}\nSamples\n${table(offered)}`;
}

type Row = readonly [name: string, what: string];

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, what]) => `  ${name.padEnd(width)}${what}\n`).join('');
}

function schemeOf({ scheme, prefix, coversUrl }: ProviderWire): string {
  if (scheme === 'static') return 'the secret itself';
  return `${prefix}HMAC-SHA256 in hex over ${coversUrl ? 'the URL and the sorted parameters' : 'the body'}`;
}
