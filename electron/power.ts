/**
 * The computer slept: connections that look alive are dead, and what waited is due.
 * @module
 */
import { powerMonitor } from 'electron';

export function watchPower(actions: { readonly resumed: () => void; readonly shutdown: () => void }): void {
  powerMonitor.on('resume', actions.resumed);
  powerMonitor.on('unlock-screen', actions.resumed);
  // Linux and macOS: without this the desktop kills the app in the middle of what it writes.
  powerMonitor.on('shutdown', actions.shutdown);
}
