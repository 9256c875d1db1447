/**
 * How long the signature doctor takes when it finds nothing, so that everything is tried: a body of 10 kB, each provider,
 * with what a full house has: former addresses, other lines, other deliveries.
 * @module
 */
import { performance } from 'node:perf_hooks';
import type { Credentials, Evidence, Provider, ProviderRegistry } from '../../src/core/ports.ts';
import { createDoctor } from '../../src/doctor/doctor.ts';
import { createProviderRegistry } from '../../src/providers/registry.ts';
import { manualClock } from '../support/manual-clock.ts';
import { median } from './load.ts';

const rounds = 15;
const bodyBytes = 10_240;
const path = '/hooks/Ab-cdefgh_jklmnopqrsTU';
const at = '2026-03-01T12:00:00.000Z';
const words = 'Grüße aus Köln — "bis später" <b> & it\'s 1+1=2 ~*! 🌧️\n';

export type DoctorFigures = {
  /** Milliseconds of one diagnosis: the first one of all, then the median and the longest of the others. */
  readonly firstMs: number;
  readonly medianMs: number;
  readonly longestMs: number;
  /** The longest time in milliseconds that nothing else could happen meanwhile. */
  readonly longestHoldMs: number;
  /** How many ways were tried each time, on average. */
  readonly ways: number;
};

export async function measureDoctor(): Promise<DoctorFigures> {
  const providers = createProviderRegistry({ clock: manualClock(), random: { token: (bytes) => 'r'.repeat(bytes), fraction: () => 0.5 } });
  const doctor = createDoctor({ clock: { monotonic: () => performance.now() }, providers });
  const all = [...providers.values()].map((provider) => evidenceOf(provider, providers));
  const times: number[] = [];
  let ways = 0;
  const hold = watchHolds();
  for (let round = 0; round < rounds; round += 1) {
    for (const evidence of all) {
      const began = performance.now();
      const { diagnosis } = await doctor.diagnose(evidence);
      times.push(performance.now() - began);
      if (diagnosis.outcome !== 'unexplained') throw new Error(`It should not be ${diagnosis.outcome}.`);
      ways += diagnosis.tried.reduce((sum, tried) => sum + tried.ways, 0);
    }
  }
  const [firstMs = 0, ...others] = times;
  return {
    firstMs,
    medianMs: median(others),
    longestMs: Math.max(...others),
    longestHoldMs: hold.stop(),
    ways: Math.round(ways / times.length),
  };
}

function evidenceOf(provider: Provider, providers: ProviderRegistry): Evidence {
  const { wire } = provider;
  const credentials = credentialsOf(provider);
  const body = bodyOf(provider);
  const wrong = wire.scheme === 'static' ? 'Bearer no-such-header' : `${wire.prefix}${'5a'.repeat(32)}`;
  const others = [...providers.values()].map((other, index) => ({
    id: `l_${index}`,
    provider: other,
    credentials: credentialsOf(other, `of-line-${index}`),
    number: `+1202555010${index}`,
    webhookPath: `/hooks/${String(index).repeat(22)}`,
  }));
  return {
    request: {
      method: 'POST',
      path,
      query: '?from=provider&line=1',
      headers: [
        ['Host', 'texts.example.org'],
        ['X-Forwarded-Host', 'texts.example.org'],
        ['Content-Type', wire.contentType],
        ['X-Request-Timestamp', '1772366400'],
        [wire.header, wrong],
      ],
      body,
      source: '203.0.113.5',
      arrivedAt: at,
    },
    provider,
    credentials,
    number: '+12025550100',
    webhookPath: path,
    urls: ['https://texts.example.org', 'https://older.example.net', 'http://127.0.0.1:47810'].map((base) => base + path),
    formerBases: ['https://gone.lhr.life', 'https://also-gone.lhr.life'],
    others,
    deliveries: Array.from({ length: 20 }, (_, index) => ({ id: `d_${index}`, body: sampleOf(provider, `Text ${index}`) })),
  };
}

function credentialsOf({ info, wire }: Provider, mark = 'of-this-line'): Credentials {
  const fields = info.fields.filter(({ secret }) => secret).map(({ key }) => [key, `${key}-0123456789-${mark}`] as const);
  return { ...Object.fromEntries(fields), [wire.credential]: `c2VjcmV0-0123456789-${mark}` };
}

function sampleOf({ wire }: Provider, body: string): Uint8Array {
  return wire.sample({ id: 17, from: '+12025550143', to: '+12025550100', body, mediaUrls: [], at });
}

/** As long as it is to be, however much the provider's form makes of a text. */
function bodyOf(provider: Provider): Uint8Array {
  let text = '';
  while (sampleOf(provider, text + words).byteLength <= bodyBytes) text += words;
  return sampleOf(provider, text + 'x'.repeat(bodyBytes - sampleOf(provider, text).byteLength));
}

/** Watches for how long no other turn of the event loop comes. */
function watchHolds(): { stop(): number } {
  let longest = 0;
  let last = performance.now();
  let isOn = true;
  const watch = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setImmediate(watch);
  };
  watch();
  return {
    stop() {
      isOn = false;
      return longest;
    },
  };
}
