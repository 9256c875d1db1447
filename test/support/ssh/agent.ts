/**
 * A real SSH agent with one key.
 * @module
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '../eventually.ts';

const programs = ['/usr/bin/ssh-agent', '/usr/bin/ssh-add'] as const;

/** Whether this machine has OpenSSH's agent. */
export const hasSshAgent = programs.every((program) => existsSync(program));

export type SshAgent = {
  /** For `SSH_AUTH_SOCK`. */
  readonly socket: string;
  stop(): Promise<void>;
};

/** Starts an agent in an existing folder and gives it a key that is not locked. */
export async function startSshAgent(folder: string, keyPath: string): Promise<SshAgent> {
  const socket = join(folder, 'agent.sock');
  const agent = spawn(programs[0], ['-D', '-a', socket], { stdio: 'ignore' });
  await eventually('the agent listens', () => existsSync(socket));
  await promisify(execFile)(programs[1], ['-q', keyPath], { env: { SSH_AUTH_SOCK: socket } });
  return {
    socket,
    async stop() {
      const ended = once(agent, 'exit');
      agent.kill();
      await ended;
    },
  };
}
