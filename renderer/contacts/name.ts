/**
 * What people are called in the window.
 * @module
 */
import { type Contact, nameFor } from '../../src/domain/contact.ts';
import { contactsByLooks, type Likeness, likenessOf } from '../../src/domain/likeness.ts';
import { formatAddress, type PeerKind, peerKind } from '../../src/domain/peer.ts';
import { homeRegion } from '../../src/domain/region.ts';
import { useWindow } from '../state/binding.tsx';
import type { WindowState } from '../state/model.ts';

type Named = Pick<WindowState, 'contacts' | 'contactsByAddress' | 'settings' | 'lines'>;

/** The user's own country, by which numbers are written and understood; '' when it is not known. */
export function regionIn({ settings, lines }: Pick<Named, 'settings' | 'lines'>): string {
  return homeRegion(settings?.region ?? '', lines);
}

/** A contact's name, else the address as people write it. Plain words: nothing in it is invisible. */
export function nameOf(state: Named, peer: string): string {
  return nameFor(peer, state.contactsByAddress.get(peer), regionIn(state));
}

/** As `nameOf`, in a component. */
export function useName(peer: string): string {
  return useWindow((state) => nameOf(state, peer));
}

/** An address as people of the user's country write it, in a component. */
export function useAddress(address: string): string {
  return useWindow((state) => formatAddress(address, regionIn(state)));
}

export type PeerWords = {
  readonly name: string;
  /** The address as people write it; the same as `name` where there is no contact. */
  readonly address: string;
  readonly kind: PeerKind;
  readonly contact: Contact | undefined;
  /** Whom a sender that is only a name could be taken for. */
  readonly likeness: Likeness | undefined;
};

/** All that is said of somebody, in a component. */
export function usePeer(peer: string): PeerWords {
  const name = useName(peer);
  const address = useAddress(peer);
  const contact = useWindow((state) => state.contactsByAddress.get(peer));
  const likeness = useWindow(({ contacts }) => likenessIn({ contacts }, peer));
  return { name, address, kind: peerKind(peer), contact, likeness };
}

/** Looking through all contacts for each row that is drawn would be slow: once for each list of contacts. */
const looks = new WeakMap<readonly Contact[], ReadonlyMap<string, Contact>>();

/** Whom a sender that is only a name could be taken for. */
export function likenessIn({ contacts }: Pick<Named, 'contacts'>, peer: string): Likeness | undefined {
  if (peerKind(peer) !== 'alphanumeric') return undefined;
  const known = looks.get(contacts) ?? contactsByLooks(contacts);
  looks.set(contacts, known);
  return likenessOf(peer, known);
}
