/**
 * A tunnel through Cloudflare, with the cloudflared program as a child process: a quick tunnel with a random address, or
 * a named one that belongs to a token.
 * @module
 */
import { devNull } from 'node:os';
import type { CloudflaredSettings } from '../../contract/tunnel.ts';
import { type TunnelFailureCode, tunnelFailure } from '../../contract/tunnel-failures.ts';
import type { Clock } from '../../core/ports.ts';
import { failed, ok } from '../../domain/result.ts';
import type { Carrier, Opened, OpenRequest } from '../carrier.ts';
import { lineReader } from '../line-reader.ts';
import { startGuarded } from './guarded-child.ts';
import { findCloudflared } from './program.ts';
import { type Story, storyBegins, storyGoesOn } from './story.ts';

export type CloudflaredDependencies = {
  readonly clock: Clock;
  /** From the vault. Rejects when it cannot be opened. */
  readonly token: () => Promise<string | undefined>;
  readonly env?: NodeJS.ProcessEnv;
};

/** How long it may take to get an address and its first connection, in milliseconds. */
const openMs = 30_000;

/** Makes the carrier; the program is looked for and started with `open`. */
export function createCloudflaredCarrier(settings: CloudflaredSettings, dependencies: CloudflaredDependencies): Carrier {
  const { clock, token, env = process.env } = dependencies;
  return {
    name: 'cloudflared',
    restartable: true,
    async open(request) {
      const isNamed = settings.publicUrl !== undefined;
      let secret: string | undefined;
      try {
        secret = isNamed ? await token() : undefined;
      } catch {
        return failed(tunnelFailure('vault-unavailable'));
      }
      if (isNamed && secret === undefined) return failed(tunnelFailure('token-missing'));
      const path = await findCloudflared(settings.path, env);
      if (path === undefined) return failed(tunnelFailure('program-not-found'));
      if (request.signal.aborted) return failed(tunnelFailure('connection-lost'));
      return run({ ...commandLine(request.receiverPort, secret, env), path, publicUrl: settings.publicUrl ?? null, request, clock });
    },
  };
}

/**
 * The token goes through the environment, since every user of the computer can read the command line. Settings of the
 * user's own tunnels are kept out: a configuration file would make a quick tunnel fail, and variables would change it.
 */
function commandLine(
  receiverPort: number,
  token: string | undefined,
  env: NodeJS.ProcessEnv,
): { args: readonly string[]; env: NodeJS.ProcessEnv } {
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TUNNEL_')));
  return token === undefined
    ? { args: ['tunnel', '--no-autoupdate', '--config', devNull, '--url', `http://127.0.0.1:${receiverPort}`], env: clean }
    : { args: ['tunnel', '--no-autoupdate', 'run'], env: { ...clean, TUNNEL_TOKEN: token } };
}

type Run = {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Known beforehand for a named tunnel. */
  readonly publicUrl: string | null;
  readonly request: OpenRequest;
  readonly clock: Clock;
};

function run({ path, args, env, publicUrl, request, clock }: Run): Promise<Opened> {
  const { signal, events } = request;
  return new Promise<Opened>((resolve) => {
    let phase: 'opening' | 'open' | 'over' = 'opening';
    let story = storyBegins(publicUrl);

    const settle = (opened: Opened): void => {
      phase = opened.ok ? 'open' : 'over';
      takeBack();
      signal.removeEventListener('abort', onAbort);
      resolve(opened);
    };
    const giveUp = (code: TunnelFailureCode): void => {
      if (phase !== 'opening') return;
      phase = 'over';
      void child.end().then(() => settle(failed(tunnelFailure(code))));
    };
    const onAbort = (): void => giveUp('connection-lost');
    const takeBack = clock.after(openMs, () => giveUp(story.trouble ?? (story.address === null ? 'no-address' : 'silent-server')));
    signal.addEventListener('abort', onAbort, { once: true });

    const close = async (): Promise<void> => {
      phase = 'over';
      await child.end();
    };

    const tell = (before: Story, now: Story): void => {
      if (now.address !== null && now.address !== before.address) events.moved(now.address);
      const [was, is] = [before.connections.size > 0, now.connections.size > 0];
      if (is && !was) events.recovered();
      if (was && !is) events.degraded(tunnelFailure(now.trouble ?? 'connection-lost'));
    };

    const read = lineReader((line) => {
      const before = story;
      story = storyGoesOn(story, line, publicUrl !== null);
      if (phase === 'open') tell(before, story);
      else if (phase === 'opening' && story.address !== null && story.connections.size > 0) settle(ok({ publicUrl: story.address, close }));
    });

    const child = startGuarded({
      path,
      args,
      env,
      onOutput: read,
      onExit() {
        const code = story.trouble ?? (story.isCloudflared ? 'program-ended' : 'program-broken');
        if (phase === 'open') {
          phase = 'over';
          events.ended(tunnelFailure(code));
        } else if (phase === 'opening') {
          settle(failed(tunnelFailure(code)));
        }
      },
    });
  });
}
