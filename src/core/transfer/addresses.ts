/**
 * Addresses of a file as addresses of conversations. The same few hundred come again and again, and understanding one costs
 * more than all else that is done with a text.
 * @module
 */
import { addressFrom } from '../../domain/peer.ts';

const rememberedAtMost = 10_000;

/** @param region the user's own country, see `homeRegion` */
export function createAddressReader(region: string): (raw: string) => string {
  const known = new Map<string, string>();
  return (raw) => {
    const remembered = known.get(raw);
    if (remembered !== undefined) return remembered;
    if (known.size >= rememberedAtMost) known.clear();
    const address = addressFrom(raw, region).slice(0, 64);
    known.set(raw, address);
    return address;
  };
}
