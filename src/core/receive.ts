/**
 * What happens to a request at a webhook path: verify, understand, store durably, answer. Only after that is anybody
 * told. Nothing is acknowledged that is not stored, and nothing is stored that is not verified.
 * @module
 */
import type { DeliveryReason } from '../domain/delivery.ts';
import type { Line } from '../domain/line.ts';
import type { Message } from '../domain/message.ts';
import { assertNever } from '../domain/result.ts';
import type { KeepText } from './keep-text.ts';
import type { Endpoint, LineBook } from './line-book.ts';
import {
  type Answer,
  type Appended,
  type Clock,
  type InboundText,
  type Logger,
  type Receiver,
  StoreUnavailable,
  type WebhookRequest,
} from './ports.ts';
import type { Passage, Recorder } from './recorder.ts';
import type { StatusReports } from './status-reports.ts';

/** Seconds after which a provider that was told 503 may come again. */
const retryAfter = 30;
const tryAgain: Answer = { status: 503, retryAfter };

type Dependencies = {
  readonly lines: Pick<LineBook, 'endpointAt'>;
  readonly keepText: KeepText;
  readonly recorder: Recorder;
  readonly statusReports: Pick<StatusReports, 'apply'>;
  readonly isPaused: () => boolean;
  /** Told that a request came whose line has its secret in a vault that could not be read. */
  readonly onLocked: () => void;
  /** Told of each text whose signature was right. */
  readonly onVerified: (line: Line, request: WebhookRequest) => void;
  /** What a rule answers to a text that was just stored, with the response itself. */
  readonly inlineAnswer: (message: Message) => Promise<string | undefined>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told of each text after it was answered: notification, window, rules. */
  readonly onText: (appended: Appended, passage: Passage) => void;
};

export type Receive = Receiver['receive'];

export function createReceive({
  lines,
  keepText,
  recorder,
  statusReports,
  isPaused,
  onLocked,
  onVerified,
  inlineAnswer,
  clock,
  logger,
  onText,
}: Dependencies): Receive {
  const reject = (passage: Passage, reason: DeliveryReason, answer: Answer): Answer => {
    recorder.record(passage, { verdict: 'rejected', reason, status: answer.status, answer });
    return answer;
  };

  const keepUnread = async (passage: Passage, reason: DeliveryReason, answer: Answer): Promise<Answer> => {
    await recorder.recordDurably(passage, { verdict: 'not-understood', reason, status: answer.status, answer });
    return answer;
  };

  /** The text is stored: whatever is wrong with a rule, it is acknowledged. */
  const answerOf = async (message: Message): Promise<string | undefined> => {
    try {
      return await inlineAnswer(message);
    } catch (error) {
      logger.error('receive.inline-answer', { error });
      return undefined;
    }
  };

  const acceptText = async (passage: Passage, endpoint: Endpoint, text: InboundText): Promise<Answer> => {
    const { line, provider } = endpoint;
    const appended = await keepText(line.id, text, { at: passage.request.arrivedAt, deliveryId: passage.deliveryId });
    passage.storedAt = clock.monotonic();
    const body = appended.kind === 'stored' ? await answerOf(appended.message) : undefined;
    const answer = provider.answer(body === undefined ? undefined : { body });
    const verdict = appended.kind === 'duplicate' ? 'duplicate' : 'accepted';
    recorder.record(passage, { verdict, status: answer.status, messageId: appended.message.id, key: text.key, answer });
    if (appended.kind === 'stored') clock.after(0, () => onText(appended, passage));
    return answer;
  };

  const decide = async (passage: Passage, endpoint: Endpoint): Promise<Answer> => {
    const { line, provider, credentials, urls } = endpoint;
    if (isPaused()) return reject(passage, 'paused', tryAgain);
    // Without the secret nobody can say that the signature is wrong: the provider shall come again.
    if (credentials === undefined) {
      onLocked();
      return reject(passage, 'secret-missing', tryAgain);
    }
    const verification = provider.verify(passage.request, { credentials, urls });
    passage.verifiedAt = clock.monotonic();
    if (!verification.ok) return reject(passage, verification.reason, { status: 401 });
    const parsed = provider.parse(passage.request);
    switch (parsed.kind) {
      case 'text':
        // Reports prove nothing: they go to an address that was named with each text.
        onVerified(line, passage.request);
        return acceptText(passage, endpoint, parsed.text);
      case 'status': {
        const message = await statusReports.apply(line.id, parsed.report);
        if (message === undefined) return keepUnread(passage, 'message-unknown', provider.answer());
        const answer = provider.answer();
        recorder.record(passage, { verdict: 'accepted', status: answer.status, messageId: message.id, answer });
        return answer;
      }
      case 'not-understood':
        return keepUnread(passage, parsed.reason, provider.answer());
      default:
        return assertNever(parsed);
    }
  };

  return async (request, options) => {
    const endpoint = lines.endpointAt(request.path);
    if (endpoint === undefined) return { status: 404 };
    const passage = recorder.begin(request, endpoint.line.id, { recordRefusal: options?.record !== false });
    try {
      return await decide(passage, endpoint);
    } catch (error) {
      if (error instanceof StoreUnavailable) return reject(passage, 'store-unavailable', tryAgain);
      // A bug must not cost a text: the provider shall come again.
      logger.error('receive.bug', { lineId: endpoint.line.id, error });
      return tryAgain;
    }
  };
}
