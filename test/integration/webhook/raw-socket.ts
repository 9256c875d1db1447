/**
 * A socket that says exactly what a test wants said, well-formed or not.
 * @module
 */
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import { eventually } from '../../support/eventually.ts';

export type RawSocket = {
  send(...parts: readonly (string | Uint8Array)[]): void;
  /** Everything that came back so far. */
  received(): string;
  /** Waits until what came back matches. */
  answered(pattern: RegExp): Promise<string>;
  /** Waits for the other side's end, and returns everything that came back. */
  ended(): Promise<string>;
  isClosed(): boolean;
  destroy(): void;
};

export async function rawSocket(port: number): Promise<RawSocket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: false });
  onTestFinished(() => void socket.destroy());
  let text = '';
  let isClosed = false;
  let isEnded = false;
  socket.setEncoding('latin1');
  socket.on('data', (part: string) => {
    text += part;
  });
  socket.on('end', () => {
    isEnded = true;
  });
  socket.on('close', () => {
    isClosed = true;
  });
  // A reset shows as a close; tests look at what was received before it.
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return {
    send(...parts) {
      for (const part of parts) socket.write(part);
    },
    received: () => text,
    async answered(pattern) {
      await eventually(`${pattern} is answered`, () => pattern.test(text));
      return text;
    },
    async ended() {
      await eventually('the connection ends', () => isEnded || isClosed);
      return text;
    },
    isClosed: () => isClosed,
    destroy: () => void socket.destroy(),
  };
}

/** The status codes in a run of answers. */
export function statuses(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
