/**
 * What cloudflared's log, read line by line, says about the tunnel as it is now.
 * @module
 */
import type { TunnelFailureCode } from '../../contract/tunnel-failures.ts';
import { isLogLine, readLogLine } from './log-line.ts';

export type Story = {
  readonly address: string | null;
  /** The connections to Cloudflare that are there now. */
  readonly connections: ReadonlySet<string>;
  /** The latest reason it gave for not working, until it works again. */
  readonly trouble: TunnelFailureCode | undefined;
  /** Whether it has ever written as cloudflared does. */
  readonly isCloudflared: boolean;
};

/** `publicUrl`: the address of a named tunnel, which its log does not say. */
export function storyBegins(publicUrl: string | null): Story {
  return { address: publicUrl, connections: new Set(), trouble: undefined, isCloudflared: false };
}

/** The story with one more line. `isNamed`: its address is known, whatever the log shows. */
export function storyGoesOn(story: Story, line: string, isNamed: boolean): Story {
  const known = { ...story, isCloudflared: story.isCloudflared || isLogLine(line) };
  const said = readLogLine(line);
  switch (said.kind) {
    case 'address':
      return isNamed ? known : { ...known, address: said.publicUrl };
    case 'connected':
      return { ...known, trouble: undefined, connections: new Set([...story.connections, said.connection]) };
    case 'disconnected':
      return { ...known, connections: new Set([...story.connections].filter((connection) => connection !== said.connection)) };
    case 'failure':
      return { ...known, trouble: said.code };
    case 'other':
      return known;
  }
}
