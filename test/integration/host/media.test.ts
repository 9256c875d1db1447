import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { MediaStore } from '../../../src/core/ports.ts';
import { html } from '../../support/media/samples.ts';
import { ask, authorized, startUi } from './started-ui.ts';

/** Even if it held a page, it has the type we gave it. */
const media: Pick<MediaStore, 'open'> = {
  open: async (file) =>
    file === 'known.jpg' ? { type: 'image/jpeg', bytes: html.length, chunks: Readable.from([Buffer.from(html)]) } : undefined,
};

describe('stored attachments', () => {
  it('come with our type and are neither guessed, run, framed nor kept by the browser', async () => {
    const { port } = await startUi({}, { media });
    const reply = await ask(port, { path: '/media/known.jpg', headers: authorized });
    expect([reply.status, reply.text]).toEqual([200, html]);
    expect(reply.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(html.length),
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
  });

  it('are given to nobody without the token', async () => {
    const { port } = await startUi({}, { media });
    for (const headers of [{}, { authorization: 'Bearer wrong' }]) {
      const reply = await ask(port, { path: '/media/known.jpg', headers });
      expect(reply.status).toBe(401);
      expect(reply.text).not.toContain('script');
    }
    expect((await ask(port, { path: '/media/known.jpg', headers: { ...authorized, origin: 'https://evil.example' } })).status).toBe(403);
  });

  it.each(['/media/missing.jpg', '/media/', '/media/..%2f..%2fsecrets.json', '/media/%00'])('answer 404 for %s', async (path) => {
    const { port } = await startUi({}, { media });
    const reply = await ask(port, { path, headers: authorized });
    expect(reply.status).toBe(404);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false });
  });
});
