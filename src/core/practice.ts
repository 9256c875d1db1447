/**
 * The practice line: a simulated phone, so that everything works with no account. Its texts take the same way as any
 * provider's: through the real receiver, with a real signature.
 * @module
 */
import { refuse } from '../contract/errors.ts';
import type { Handlers } from '../contract/methods.ts';
import { ok } from '../domain/result.ts';
import type { CredentialBook } from './credentials.ts';
import type { LineBook } from './line-book.ts';
import type { HttpClient, Logger, MessageLog, Provider, Random } from './ports.ts';

/** From the range set aside for fiction (NANP 555-0100 to 555-0199). */
export const practiceNumber = '+12025550123';
const phoneNumber = '+12025550188';
const usualText = 'Hello! This text came through the real receiver, with a real signature. Answer it and see what happens.';

type Dependencies = {
  readonly lines: LineBook;
  readonly credentials: CredentialBook;
  readonly messages: MessageLog;
  readonly http: HttpClient;
  readonly logger: Logger;
};

export function createPracticeHandlers({ lines, credentials, messages, http, logger }: Dependencies): Pick<Handlers, 'practice.text'> {
  return {
    'practice.text': async ({ lineId, body }) => {
      const line =
        lineId === undefined ? lines.all().find((known) => known.provider === 'practice' && !known.removedAt) : lines.active(lineId);
      if (line === undefined) return refuse('line-not-found');
      const provider = lines.provider(line);
      if (provider.textFromPhone === undefined) return refuse('practice-only');
      const context = {
        credentials: credentials.of(line.id) ?? {},
        http,
        localWebhookUrl: lines.localUrl(line),
        number: line.number,
        from: phoneNumber,
      };
      const text = body === undefined || body === '' ? usualText : body;
      const outcome = await provider.textFromPhone(text, context);
      if (outcome.kind !== 'answer' || outcome.status >= 300) {
        logger.warn('practice.undelivered', { lineId: line.id, outcome: outcome.kind });
        return refuse('practice-undelivered');
      }
      const page = await messages.page({ conversationId: messages.conversationId(line.id, phoneNumber), limit: 10 });
      const arrived = page?.items.findLast((message) => message.direction === 'inbound' && message.body === text);
      return arrived === undefined ? refuse('practice-undelivered') : ok(arrived);
    },
  };
}

/** Adds the practice line to an inbox that never had a line. */
export async function addPracticeLine({
  lines,
  providers,
  random,
  label,
}: {
  lines: LineBook;
  providers: ReadonlyMap<string, Provider>;
  random: Random;
  /** What it is called, in the user's language. */
  label: string;
}): Promise<void> {
  const provider = providers.get('practice');
  if (provider?.makeCredentials === undefined || lines.all().length > 0) return;
  await lines.add({ provider: 'practice', label, number: practiceNumber }, provider.makeCredentials(random));
}
