/**
 * What of an error goes into a log: enough to find the bug, no path of the user's computer.
 * @module
 */
const mostFrames = 12;

/** Name, message, system code and cause, nothing of it redacted yet. */
export function describeError(error: Error): Record<string, unknown> {
  const code = Reflect.get(error, 'code');
  return {
    name: error.name,
    message: error.message,
    ...(code !== undefined && { code }),
    ...(error.cause !== undefined && { cause: error.cause }),
    ...(error instanceof AggregateError && { errors: error.errors }),
  };
}

/**
 * `name (file:line:column)` for each frame, made of the code alone: there is nothing to redact in it. The head of a stack
 * repeats the message, which may hold lines made to look like frames: where it cannot be told apart there are no frames.
 */
export function framesOf({ stack, message }: Error): string[] {
  if (typeof stack !== 'string' || typeof message !== 'string') return [];
  const head = message === '' ? /^[\w$.[\] ]{0,80}\n/.exec(stack)?.[0] : headWith(stack, message);
  if (head === undefined) return [];
  const frames = stack.slice(head.length).split('\n').flatMap(shortFrame);
  return frames.slice(0, mostFrames);
}

function headWith(stack: string, message: string): string | undefined {
  const start = stack.indexOf(message);
  if (start < 0 || !/^[\w$.[\] ]{0,80}: $/.test(stack.slice(0, start))) return undefined;
  return stack.slice(0, start + message.length);
}

function shortFrame(line: string): string[] {
  if (line.length > 300) return [];
  const [, name, file] = /^ +at (?:(.+) \()?(?:.*[\\/: ])?([^\\/: ]+:\d+:\d+)\)?$/.exec(line) ?? [];
  if (file === undefined) return [];
  return [name === undefined ? file : `${name} (${file})`];
}
