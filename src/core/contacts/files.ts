/**
 * Contacts in and out as files.
 * @module
 */
import { refuse } from '../../contract/errors.ts';
import { explainFileError } from '../../contract/file-errors.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { Contact } from '../../domain/contact.ts';
import { failed, ok } from '../../domain/result.ts';
import type { Ground } from '../ground.ts';
import type { RunningJob } from '../jobs.ts';
import type { ContactCards } from '../ports.ts';
import type { ContactChanges } from './changes.ts';
import { type ReadContacts, readContacts } from './import.ts';

type Dependencies = Pick<Ground, 'lists' | 'names' | 'files' | 'jobs' | 'random'> & {
  readonly cards: ContactCards;
  readonly changes: ContactChanges;
  readonly now: () => string;
};

/** How many contacts are written at once. */
const written = 500;

export function createContactFiles({
  lists: { contacts },
  names,
  files,
  jobs,
  random,
  cards,
  changes,
  now,
}: Dependencies): Pick<Handlers, 'contacts.check' | 'contacts.import' | 'contacts.export'> {
  /** `undefined`: the contacts were changed since `present`, so what was worked out is not right any more. */
  const store = async ({ added, completed }: ReadContacts, present: readonly Contact[], at: string): Promise<string | null | undefined> => {
    const put: Contact[] = added.map((draft) => ({ ...draft, id: `contact_${random.token(9)}`, createdAt: at, updatedAt: at }));
    if (put.length + completed.length === 0) return null;
    return changes.makeFor(present, { put: [...put, ...completed], out: [] });
  };

  type Import = Omit<Parameters<typeof readContacts>[0], 'present' | 'signal' | 'onBytes'>;

  /** Somebody who edits a contact meanwhile keeps their edit: the file is read against the list as it then is. */
  const readAndStore = async (job: RunningJob, input: Import) => {
    for (;;) {
      const present = contacts.all();
      const read = await readContacts({ ...input, present, signal: job.signal, onBytes: (done) => job.progress(done) });
      job.signal.throwIfAborted();
      const undo = await store(read, present, input.at);
      if (undo !== undefined) return { report: read.report, undo };
    }
  };

  const importing = async (job: RunningJob, input: Import) => {
    try {
      const imported = await readAndStore(job, input);
      job.end({ state: 'done' });
      return ok(imported);
    } catch (error) {
      const stopped = job.signal.aborted;
      const failure = explainFileError('file-unreadable', error);
      job.end(stopped ? { state: 'cancelled' } : { state: 'failed', detail: failure.message });
      return stopped ? refuse('exchange-stopped') : failed(failure);
    }
  };

  return {
    'contacts.check': async ({ fileId, region = names.region() }) => {
      const file = files.resolve(fileId);
      if (file === undefined) return refuse('file-gone');
      try {
        return ok((await readContacts({ file, cards, present: contacts.all(), region, at: now() })).report);
      } catch (error) {
        return failed(explainFileError('file-unreadable', error));
      }
    },
    'contacts.import': async ({ fileId, region = names.region() }) => {
      const file = files.resolve(fileId);
      if (file === undefined) return refuse('file-gone');
      const job = jobs.start({ kind: 'contacts-import', unit: 'bytes', total: file.bytes });
      return importing(job, { file, cards, region, at: now() });
    },
    'contacts.export': async ({ ids }) => {
      const wanted = ids === undefined ? undefined : new Set(ids);
      const chosen = contacts.all().filter(({ id }) => wanted?.has(id) ?? true);
      const file = await files.reserve(`Texttray contacts ${now().slice(0, 10)}.vcf`);
      try {
        for (let start = 0; start < chosen.length; start += written) {
          await file.write([...cards.write(chosen.slice(start, start + written))].join(''));
        }
        const { id, name, bytes } = await file.finish();
        return ok({ fileId: id, name, bytes });
      } catch (error) {
        await file.abandon();
        return failed(explainFileError('file-not-saved', error));
      }
    },
  };
}
