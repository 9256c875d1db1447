/**
 * What happens in the inbox, as server-sent events on `GET /events`: each event is one `data:` line of JSON, in order and
 * without gaps from the moment the stream opened. A window that reads too slowly is disconnected instead of being
 * buffered for; it connects again and asks for a new snapshot.
 * @module
 */
import type { Response } from 'express';
import type { InboxEvent } from '../contract/state.ts';
import type { Logger } from '../core/ports.ts';

export type Subscribe = (listener: (event: InboxEvent) => void) => () => void;

export type EventStreams = {
  /** Turns the answer into a stream that stays open. */
  open(response: Response): void;
  /** Ends all streams. */
  close(): void;
};

type Options = {
  readonly subscribe: Subscribe;
  readonly logger: Logger;
  /** How often a comment keeps idle connections open. */
  readonly pingMs: number;
  /** Bytes that may wait for one slow reader. */
  readonly waitingBytes: number;
};

export function createEventStreams({ subscribe, logger, pingMs, waitingBytes }: Options): EventStreams {
  const streams = new Set<Response>();

  function sendToAll(frame: string): void {
    for (const stream of streams) {
      stream.write(frame);
      if (stream.writableLength <= waitingBytes) continue;
      logger.warn('events.slow-reader-dropped');
      streams.delete(stream);
      stream.destroy();
    }
  }

  const unsubscribe = subscribe((event) => {
    if (streams.size > 0) sendToAll(`data: ${JSON.stringify(event)}\n\n`);
  });
  const pings = setInterval(() => sendToAll(': ping\n\n'), pingMs);
  pings.unref();

  return {
    open(response) {
      response.status(200).set('Content-Type', 'text/event-stream');
      // The first bytes tell the window that it misses nothing from here on.
      response.write(': open\n\n');
      streams.add(response);
      response.once('close', () => streams.delete(response));
    },
    close() {
      unsubscribe();
      clearInterval(pings);
      for (const stream of streams) stream.end();
      streams.clear();
    },
  };
}
