/**
 * Which keys this computer's keyboards have.
 * @module
 */
import { useWindow } from '../state/binding.tsx';

/** True on a Mac: Cmd where others have Ctrl. The browser host's computer is this one: it only serves loopback. */
export function useIsMac(): boolean {
  return useWindow((state) => state.host?.platform === 'darwin');
}
