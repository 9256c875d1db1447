import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HistoricMessage } from '../../../../src/core/ports.ts';
import { nodeFiles } from '../../../../src/store/files.ts';
import { openSpool, type Spool } from '../../../../src/store/history/spool.ts';
import { inboundDraft } from '../../../support/store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const noPace = (): undefined => undefined;

async function everythingOf(spool: Spool): Promise<{ id: string; peer: string; count: number; bodies: string[]; moments: number[] }[]> {
  const strands = [];
  for await (const { id, peer, count, first, last, batches } of spool.strands()) {
    const bodies: string[] = [];
    const moments: number[] = [];
    for await (const batch of batches()) {
      for (const { message, moment } of batch) {
        bodies.push(message.body);
        moments.push(moment);
      }
    }
    expect([first, last]).toEqual([moments[0], moments.at(-1)]);
    strands.push({ id, peer, count, bodies, moments });
  }
  return strands;
}

describe('the spool of an import', () => {
  it('gives back each message once, by conversation and in the order of time, equal times as they came, through many runs', async () => {
    const folder = await temporaryFolder();
    const spool = await openSpool({ files: nodeFiles, path: join(folder, 'spool'), pace: noPace });
    const count = 60_000;
    const peerOf = (index: number): string => `peer ${index % 37}`;
    const momentOf = (index: number): number => ((index * 7_919) % 9_000) * 1_000;
    for (let start = 0; start < count; start += 700) {
      const indexes = Array.from({ length: Math.min(700, count - start) }, (_, step) => start + step);
      await spool.add(
        indexes.map((index): HistoricMessage => {
          const body = index % 1_000 === 0 ? `${index} ${'\u2028 a long one\n'.repeat(20_000)}` : `${index} …`;
          return inboundDraft({ peer: peerOf(index), body, at: new Date(momentOf(index)).toISOString() });
        }),
      );
    }
    expect(spool.count).toBe(count);
    const strands = await everythingOf(spool);
    expect(strands.map(({ id }) => id)).toEqual(strands.map(({ id }) => id).sort());
    expect(strands).toHaveLength(37);
    for (const { peer, count: own, bodies, moments } of strands) {
      const expected = Array.from({ length: count }, (_, index) => index)
        .filter((index) => peerOf(index) === peer)
        .sort((one, other) => momentOf(one) - momentOf(other));
      expect(bodies.map((body) => Number.parseInt(body, 10))).toEqual(expected);
      expect(moments).toEqual(expected.map(momentOf));
      expect(own).toBe(expected.length);
    }
    await spool.close(false);
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves an empty file behind when it is told to, and begins anew in it', async () => {
    const path = join(await temporaryFolder(), 'spool');
    const first = await openSpool({ files: nodeFiles, path, pace: noPace });
    await first.add(Array.from({ length: 20_000 }, (_, index) => inboundDraft({ body: String(index) })));
    await first.close(true);
    expect((await stat(path)).size).toBe(0);
    const second = await openSpool({ files: nodeFiles, path, pace: noPace });
    await second.add([inboundDraft({ body: 'one' })]);
    expect((await everythingOf(second)).map(({ bodies }) => bodies)).toEqual([['one']]);
    await second.close(false);
  });

  it('has nothing when nothing was added', async () => {
    const spool = await openSpool({ files: nodeFiles, path: join(await temporaryFolder(), 'spool'), pace: noPace });
    expect(await everythingOf(spool)).toEqual([]);
    await spool.close(false);
  });
});
