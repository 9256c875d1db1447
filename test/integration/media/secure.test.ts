import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemRandom } from '../../../src/app/system.ts';
import { createMediaStore } from '../../../src/media/media-store.ts';
import { mediaServer } from '../../support/media/media-server.ts';
import { playedInternet } from '../../support/media/played-internet.ts';
import { png } from '../../support/media/samples.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/providers/tls/${name}`, import.meta.url), 'utf8');
const certificate = fixture('localhost-certificate.pem');

let server: Server;
let location: string | undefined;
const trusted = tls.getCACertificates('default');

beforeAll(async () => {
  server = createServer({ cert: certificate, key: fixture('localhost-key.pem') }, (_request, response) => {
    if (location === undefined) response.end(png);
    else response.writeHead(302, { location }).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});

afterAll(() => {
  tls.setDefaultCACertificates(trusted);
  server.close();
});

/** The server under the name its certificate is for, and under another one. */
async function place() {
  const internet = playedInternet();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  internet.publish(url, 'localhost');
  internet.publish(url, 'other.example.com');
  const store = createMediaStore({ folder: await temporaryFolder(), random: systemRandom, logger: silentLogger, network: internet });
  const fetchFrom = (address: string) => store.fetch(address, { mostBytes: 1_000_000, signal: new AbortController().signal });
  return { internet, fetchFrom };
}

describe('over a secure connection', () => {
  test('an attachment comes when the certificate is trusted and for that name', async () => {
    tls.setDefaultCACertificates([...trusted, certificate]);
    location = undefined;
    const { fetchFrom } = await place();
    expect(await fetchFrom('https://localhost/a')).toMatchObject({ ok: true, value: { type: 'image/png' } });
    expect(await fetchFrom('https://other.example.com/a')).toEqual({ ok: false, error: { reason: 'unreachable', passing: false } });
  });

  test('an attachment does not come when nobody vouches for the server', async () => {
    tls.setDefaultCACertificates(trusted);
    location = undefined;
    const { fetchFrom } = await place();
    expect(await fetchFrom('https://localhost/a')).toEqual({ ok: false, error: { reason: 'unreachable', passing: false } });
  });

  test('a redirect does not lead out of it', async () => {
    tls.setDefaultCACertificates([...trusted, certificate]);
    const { internet, fetchFrom } = await place();
    const open = await mediaServer();
    open.put('/a', png);
    location = `${internet.publish(open.url)}/a`;
    expect(await fetchFrom('https://localhost/a')).toEqual({ ok: false, error: { reason: 'address-refused', passing: false } });
    expect(open.requests).toEqual([]);
  });
});
