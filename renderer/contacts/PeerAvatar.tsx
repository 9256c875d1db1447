import { colorOf, initialsOf } from '../../src/domain/initials.ts';
import { peerKind } from '../../src/domain/peer.ts';
import { useWindow } from '../state/binding.tsx';
import { lineColors } from '../state/select.ts';
import { Avatar } from '../ui/Avatar.tsx';

type PeerAvatarProps = {
  readonly peer: string;
  /** Whose sign it is, where that is not whoever has the address. */
  readonly name?: string;
  readonly size?: 'normal' | 'small' | 'large';
};

/** A person's round sign, or the square one of a service (a short code, a sender's name). Decoration: the name stands beside it. */
export function PeerAvatar({ peer, name: given, size = 'normal' }: PeerAvatarProps) {
  const known = useWindow((state) => state.contactsByAddress.get(peer)?.name);
  const name = given ?? known;
  const isService = name === undefined && peerKind(peer) !== 'e164' && !/^\d{9,}$/.test(peer);
  return <Avatar glyph={glyphOf(peer, name)} color={colorOf(peer, lineColors)} size={size} square={isService} />;
}

/** Initials of a name, the last digits of a number, `#` for a short code. */
export function glyphOf(peer: string, name: string | undefined): string {
  const initials = name === undefined ? '' : initialsOf(name);
  if (initials !== '') return initials;
  if (peerKind(peer) === 'short-code') return '#';
  if (/^\+?\d+$/.test(peer)) return peer.slice(-2);
  return initialsOf(peer) || '?';
}
