/**
 * Follow mode: the newest delivery opens by itself until the user does something else.
 * @module
 */

/** What the user did instead. */
export type StopReason = 'opened' | 'moved' | 'scrolled' | 'selected';

export type Follow =
  | { readonly mode: 'off' }
  | { readonly mode: 'following' }
  /** `missed`: how many came since. */
  | { readonly mode: 'stopped'; readonly why: StopReason; readonly missed: number };

export type FollowEvent =
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' }
  | { readonly kind: 'navigated'; readonly why: StopReason }
  | { readonly kind: 'arrived'; readonly count: number };

export const notFollowing: Follow = { mode: 'off' };

/** Stopping keeps the first reason: what is done afterwards is done by somebody who reads. */
export function followAfter(follow: Follow, event: FollowEvent): Follow {
  switch (event.kind) {
    case 'begin':
      return { mode: 'following' };
    case 'end':
      return notFollowing;
    case 'navigated':
      return follow.mode === 'following' ? { mode: 'stopped', why: event.why, missed: 0 } : follow;
    case 'arrived':
      return follow.mode === 'stopped' ? { ...follow, missed: follow.missed + event.count } : follow;
  }
}
