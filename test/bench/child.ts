/**
 * Starts a server under measurement as a process of its own and talks to it.
 * @module
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';

export type Child<Report> = {
  readonly report: Report;
  ask<Answer>(question: object): Promise<Answer>;
  stop(): Promise<void>;
};

/** Resolves when the child has sent its first message. */
export async function startChild<Report>(file: string, args: readonly string[]): Promise<Child<Report>> {
  const child = fork(new URL(`servers/${file}`, import.meta.url), [...args], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${String(code)}`);
  });
  gone.catch(() => undefined);
  const next = async <Message>(): Promise<Message> => {
    const [message] = await Promise.race([once(child, 'message'), gone]);
    return message as Message;
  };
  const report = await next<Report>();
  return {
    report,
    async ask(question) {
      const answer = next();
      child.send(question);
      return (await answer) as never;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
