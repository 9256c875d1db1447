/**
 * The lines: their document, their credentials, and which line answers at which webhook path.
 * @module
 */
import { z } from 'zod';
import type { Failure } from '../contract/errors.ts';
import { type Line, lineSchema, withAcceptedUrl, withPublicUrl } from '../domain/line.ts';
import { ok, type Result } from '../domain/result.ts';
import type { CredentialBook } from './credentials.ts';
import type { Clock, Credentials, Document, Provider, ProviderRegistry, Random } from './ports.ts';

export const linesDocumentSchema = z.object({ lines: z.array(lineSchema) });
export type LinesDocument = z.infer<typeof linesDocumentSchema>;

/** What is needed to judge a request at a webhook path. */
export type Endpoint = {
  readonly line: Line;
  readonly provider: Provider;
  readonly credentials: Credentials | undefined;
  /** Every URL a signature may have been made for, newest first, this computer's own last. */
  readonly urls: readonly string[];
};

/** What of a line can be changed; `undefined` takes away what a line need not have. */
export type LineChanges = Partial<Pick<Line, 'label' | 'number' | 'removedAt'>> & {
  readonly [Habit in 'color' | 'notify' | 'noticeContent' | 'waitingHours']?: Line[Habit] | undefined;
};

export type LineBook = {
  /** All lines, removed ones too, in the order they were added. */
  all(): readonly Line[];
  /** A line that was not removed. */
  active(id: string): Line | undefined;
  any(id: string): Line | undefined;
  provider(line: Line): Provider;
  endpointAt(path: string): Endpoint | undefined;
  localUrl(line: Line): string;
  add(details: Pick<Line, 'provider' | 'label' | 'number'>, credentials: Credentials): Promise<Result<Line, Failure>>;
  /** Puts a line of an archive back, without its keys. One whose id is here already stays as it is. */
  restore(line: Line): Promise<void>;
  /** Changes what is given and nothing else: its public addresses may change at the same time. Answers the line as it is then. */
  change(id: string, changes: LineChanges): Promise<Line | undefined>;
  /** Accepts signatures for `url` too; the line's newest public address stays what it is. */
  acceptUrl(id: string, url: string, since: string): Promise<void>;
  /** Makes `base` the newest public address of every line. Answers the lines that changed. */
  setPublicBase(base: string): Promise<readonly Line[]>;
};

type Dependencies = {
  readonly document: Document<LinesDocument>;
  readonly credentials: CredentialBook;
  readonly providers: ProviderRegistry;
  readonly clock: Clock;
  readonly random: Random;
  readonly receiverUrl: () => string;
};

export function createLineBook({ document, credentials, providers, clock, random, receiverUrl }: Dependencies): LineBook {
  let byPath = new Map<string, Line>();
  const index = (): void => {
    byPath = new Map(document.get().lines.flatMap((line) => (line.removedAt === undefined ? [[line.webhookPath, line]] : [])));
  };
  index();

  const now = (): string => new Date(clock.now()).toISOString();
  const localUrl = (line: Line): string => `${receiverUrl()}${line.webhookPath}`;
  const provider = (line: Line): Provider => {
    const found = providers.get(line.provider);
    if (found === undefined) throw new Error(`No provider named ${line.provider}`);
    return found;
  };
  /** In force before it is written down, and when that fails: a signature for it is right all the same. */
  let presentBase: string | undefined;
  /** Writes are one after the other: each starts from what the one before it left. */
  let lastWrite: Promise<unknown> = Promise.resolve();
  const rewrite = (change: (lines: readonly Line[]) => readonly Line[]): Promise<void> => {
    const write = lastWrite.then(async () => {
      await document.set({ lines: [...change(document.get().lines)] });
      index();
    });
    lastWrite = write.catch(() => undefined);
    return write;
  };

  return {
    all: () => document.get().lines,
    any: (id) => document.get().lines.find((line) => line.id === id),
    active: (id) => document.get().lines.find((line) => line.id === id && line.removedAt === undefined),
    provider,
    localUrl,
    endpointAt(path) {
      const line = byPath.get(path);
      if (line === undefined) return undefined;
      const present = presentBase === undefined ? [] : [`${presentBase}${line.webhookPath}`];
      const urls = [...present, ...line.publicUrls.map((known) => known.url), localUrl(line)];
      return { line, provider: provider(line), credentials: credentials.of(line.id), urls };
    },
    async add(details, secrets) {
      const line: Line = {
        id: `l_${random.token(9)}`,
        ...details,
        webhookPath: `/hooks/${random.token(16)}`,
        publicUrls: [],
        createdAt: now(),
      };
      const saved = await credentials.save(line.id, secrets);
      if (!saved.ok) return saved;
      await rewrite((lines) => [...lines, line]);
      return ok(line);
    },
    async restore(line) {
      await rewrite((lines) => {
        if (lines.some(({ id }) => id === line.id)) return lines;
        const isTaken = lines.some(({ webhookPath }) => webhookPath === line.webhookPath);
        return [...lines, isTaken ? { ...line, webhookPath: `/hooks/${random.token(16)}` } : line];
      });
    },
    async change(id, changes) {
      await rewrite((lines) => lines.map((known) => (known.id === id ? withChanges(known, changes) : known)));
      return document.get().lines.find((line) => line.id === id);
    },
    acceptUrl: (id, url, since) => rewrite((lines) => lines.map((line) => (line.id === id ? withAcceptedUrl(line, url, since) : line))),
    async setPublicBase(base) {
      presentBase = base;
      const since = now();
      const moved = new Set<string>();
      await rewrite((lines) =>
        lines.map((line) => {
          if (line.removedAt !== undefined) return line;
          const next = withPublicUrl(line, `${base}${line.webhookPath}`, since);
          if (next !== line) moved.add(line.id);
          return next;
        }),
      );
      return document.get().lines.filter((line) => moved.has(line.id));
    },
  };
}

function withChanges(line: Line, changes: LineChanges): Line {
  const changed = new Map(Object.entries({ ...line, ...changes }));
  return lineSchema.parse(Object.fromEntries([...changed].filter(([, value]) => value !== undefined)));
}
