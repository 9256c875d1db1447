/**
 * One small durable document: a `Low` on an adapter that replaces the file as a whole, keeps the previous version, falls
 * back to it, and sets an unreadable file aside.
 * @module
 */
import { type Adapter, Low } from 'lowdb';
import type { z } from 'zod';
import { type Document, StoreUnavailable } from '../core/ports.ts';
import { replaceFile } from './durable-file.ts';
import { type Files, isMissing } from './files.ts';
import type { SetAside } from './set-aside.ts';

type Options<Value> = {
  readonly files: Files;
  readonly path: string;
  readonly setAside: SetAside;
  readonly schema: z.ZodType<Value>;
  readonly initial: Value;
};

type Box<Value> = { readonly value: Value };

/** Opens a document; `initial` is its value while there is no readable file. */
export async function openDocument<Value>(options: Options<Value>): Promise<Document<Value>> {
  const { files, path, initial } = options;
  // lowdb takes a falsy value for "nothing": the box makes every value a value.
  const low = new Low<Box<Value>>(documentAdapter(options), { value: initial });
  await low.read();
  let { value } = low.data;
  let last: Promise<void> = Promise.resolve();

  const write = async (next: Value): Promise<void> => {
    low.data = { value: next };
    try {
      await low.write();
    } catch (error) {
      low.data = { value };
      // A rename that failed half-way may have left only the previous version in place, which is the value in force.
      await files.remove(`${path}.tmp`).catch(() => undefined);
      throw new StoreUnavailable(`${path} cannot be written`, { cause: error });
    }
    value = next;
  };

  return {
    get: () => value,
    set(next) {
      last = last.then(
        () => write(next),
        () => write(next),
      );
      return last;
    },
  };
}

function documentAdapter<Value>({ files, path, setAside, schema }: Options<Value>): Adapter<Box<Value>> {
  const readOne = async (candidate: string): Promise<Box<Value> | undefined> => {
    let text: string;
    try {
      text = (await files.read(candidate)).toString('utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    // A file system that lost power while it made the file may leave it empty. It must not become the previous version.
    if (text.trim() === '') {
      await files.remove(candidate);
      return undefined;
    }
    const parsed = parse(text, schema);
    if (parsed === undefined) await setAside.move(candidate);
    return parsed;
  };
  return {
    read: async () => (await readOne(path)) ?? (await readOne(`${path}.bak`)) ?? null,
    write: ({ value }) => replaceFile(files, path, `${JSON.stringify(value, null, 2)}\n`, { keepPrevious: true }),
  };
}

function parse<Value>(text: string, schema: z.ZodType<Value>): Box<Value> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? { value: parsed.data } : undefined;
  } catch {
    return undefined;
  }
}
