/**
 * Runs a program that must not outlive this one, however this one ends.
 *
 * On Linux and macOS a shell stands in between: it holds a pipe from this process and ends the program when the pipe
 * closes, which the system does even when this process is killed. On Windows, Node's children belong to a job that
 * ends with it.
 * @module
 */
import { spawn } from 'node:child_process';

export type GuardedChild = {
  /** Asks it to end, and ends it after a second and a half. Resolves when it has ended. */
  end(): Promise<void>;
};

type Options = {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** What it writes to its error output. */
  readonly onOutput: (chunk: Buffer) => void;
  /** Once. `code` is null when a signal ended it or it could not be started. */
  readonly onExit: (code: number | null) => void;
};

const patienceMs = 1_500;

/** The program runs in the background, so that the shell can wait for it and for the pipe (its descriptor 3) at once. */
const guard = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
( while read -r _ <&3; do :; done; kill "$program"; sleep 1; kill -9 "$program" ) >/dev/null 2>&1 &
watch=$!
exec 0</dev/null 3<&-
wait "$program"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
`;

export function startGuarded({ path, args, env, onOutput, onExit }: Options): GuardedChild {
  const isWindows = process.platform === 'win32';
  const [file, words] = isWindows ? [path, [...args]] : ['/bin/sh', ['-c', guard, 'texttray-guard', path, ...args]];
  // In a group of its own, so that the end can be forced on the shell and the program together.
  const child = spawn(file, words, { env, stdio: ['pipe', 'ignore', 'pipe'], detached: !isWindows, windowsHide: true });
  let isOver = false;
  const exited = new Promise<void>((resolve) => {
    const over = (code: number | null): void => {
      if (isOver) return;
      isOver = true;
      onExit(code);
      resolve();
    };
    child.once('exit', over);
    child.once('error', () => over(null));
  });
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', onOutput);

  const force = (): void => {
    if (isOver || child.pid === undefined) return;
    try {
      if (isWindows) child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended in this very moment.
    }
  };

  return {
    async end() {
      child.stdin.end();
      if (isWindows) child.kill();
      const timer = setTimeout(force, patienceMs);
      await exited;
      clearTimeout(timer);
    },
  };
}
