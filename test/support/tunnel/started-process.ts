/**
 * Starts `tunnel-process.ts` and follows what it says.
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { TunnelSettings, TunnelState } from '../../../src/contract/tunnel.ts';
import type { SshTimings } from '../../../src/tunnel/ssh/timings.ts';
import { eventually } from '../eventually.ts';

export type TunnelProcess = {
  readonly pid: number;
  readonly said: { readonly state: TunnelState; readonly publicUrl: string | null; readonly failure?: string }[];
  /** Waits for the state, among what was said after the first `after` things. */
  until(state: TunnelState, after?: number): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  kill(): Promise<void>;
};

export async function startTunnelProcess(settings: TunnelSettings, ssh?: SshTimings): Promise<TunnelProcess> {
  const script = new URL('tunnel-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify({ settings, ssh })], { stdio: ['pipe', 'pipe', 'inherit'] });
  const said: TunnelProcess['said'] = [];
  createInterface({ input: child.stdout }).on('line', (line) => said.push(JSON.parse(line) as TunnelProcess['said'][number]));
  await once(child, 'spawn');
  return {
    pid: child.pid ?? 0,
    said,
    async until(state, after = 0) {
      await eventually(`the process says ${state} after ${after} lines`, () => said.slice(after).some((line) => line.state === state));
    },
    signal: (signal) => void child.kill(signal),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
