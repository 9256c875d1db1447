import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/app/system.ts';
import { nodeFiles } from '../../../src/store/files.ts';
import { hashKey } from '../../../src/store/key-chunk.ts';
import { type KeyIndex, openKeyIndex } from '../../../src/store/key-index.ts';
import { conversationIdOf, messageIdOf } from '../../../src/store/message-ids.ts';
import { openSetAside } from '../../../src/store/set-aside.ts';
import { silentLogger } from '../../support/silent-logger.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function open(folder: string): Promise<KeyIndex> {
  const files = nodeFiles;
  const setAside = await openSetAside({ files, folder: join(folder, 'unreadable'), clock: systemClock, logger: silentLogger });
  await files.makeFolder(join(folder, 'keys'));
  return openKeyIndex({ files, folder: join(folder, 'keys'), setAside });
}

const conversationId = conversationIdOf('l_1', 'peer');
const entry = (n: number) => ({ key: hashKey(`key ${n}`), id: messageIdOf(conversationId, n), n });

describe('the keys duplicates are known by', () => {
  it('are remembered for the last hundred thousand and somewhat more, across restarts', async () => {
    const folder = await temporaryFolder();
    let keys = await open(folder);
    for (let start = 0; start < 150_000; start += 7_000) {
      await keys.seal(
        Array.from({ length: 7_000 }, (_, index) => entry(start + index)),
        start + 6_999,
      );
      if (start % 35_000 === 0) keys = await open(folder);
    }
    const last = keys.sealed;
    expect(last).toBe(153_999);
    for (let n = last - 99_999; n <= last; n += 1) if (keys.idOf(entry(n).key) !== entry(n).id) expect(n).toBe('forgotten');
    expect(keys.idOf(entry(0).key)).toBeUndefined();
    expect(keys.idOf(hashKey('never seen'))).toBeUndefined();
  });

  it('sealed twice after a failure are not counted twice', async () => {
    const folder = await temporaryFolder();
    const keys = await open(folder);
    const entries = Array.from({ length: 100 }, (_, n) => entry(n));
    await keys.seal(entries, 99);
    await keys.seal(entries, 99);
    const again = await open(folder);
    expect(again.sealed).toBe(99);
    expect(again.idOf(entry(42).key)).toBe(entry(42).id);
  });
});
