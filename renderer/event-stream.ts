/**
 * Reads server-sent events from the bytes of a fetched response: `EventSource` cannot send an Authorization header.
 * @module
 */

/**
 * Takes text as it arrives, in pieces of any size, and announces the data of each whole event.
 * Comments and other fields are passed over, as the specification asks.
 */
export function createEventParser(onData: (data: string) => void): (text: string) => void {
  let rest = '';
  let data: string[] = [];

  function takeLine(line: string): void {
    if (line === '') {
      if (data.length > 0) onData(data.join('\n'));
      data = [];
    } else if (line.startsWith('data:')) {
      data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
    }
  }

  return (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) takeLine(line);
  };
}

/** Reads a response to its end. Resolves when the other side closed it, rejects when the connection broke. */
export async function readEvents(body: ReadableStream<Uint8Array<ArrayBuffer>>, onData: (data: string) => void): Promise<void> {
  const parse = createEventParser(onData);
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    parse(value);
  }
}
