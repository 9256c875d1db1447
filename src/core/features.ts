/**
 * The features beside receiving and sending, put together.
 * @module
 */
import { noFlags } from '../domain/conversation.ts';
import { createAttachments } from './attachments/attachments.ts';
import type { AttachmentsDocument } from './attachments/document.ts';
import type { OpenOutside } from './attachments/opening.ts';
import { createBulk } from './bulk.ts';
import { createCodes } from './codes/codes.ts';
import { missedNotice } from './composing/missed.ts';
import { createSchedule } from './composing/schedule.ts';
import { createTemplates } from './composing/templates.ts';
import { createContacts } from './contacts/part.ts';
import type { Ground, Part } from './ground.ts';
import type { InspectorGround } from './inspector/ground.ts';
import type { LabOutside } from './inspector/lab/ground.ts';
import { createLab } from './inspector/lab/lab.ts';
import { createInspector } from './inspector/part.ts';
import { createJobHandlers } from './jobs-handlers.ts';
import { contentFor } from './notify/may-notify.ts';
import type { ContactCards, HostClipboard } from './ports.ts';
import type { Problems } from './problems.ts';
import { createRules } from './rules/rules.ts';
import { createSearch } from './searching/part.ts';
import { createExchange, type ExchangeGround } from './transfer/exchange.ts';

type FeatureGround = Ground & {
  readonly problems: Problems;
  readonly attachments: AttachmentsDocument;
  readonly openOutside: OpenOutside | undefined;
  readonly clipboard: HostClipboard | undefined;
  readonly exchange: ExchangeGround;
  readonly cards: ContactCards;
  readonly inspecting: InspectorGround;
  readonly lab: LabOutside;
};

export function createFeatures(ground: FeatureGround) {
  const jobs: Part<'jobs.cancel' | 'jobs.dismiss'> = { handlers: createJobHandlers(ground) };
  const bulk = createBulk(ground);
  const templates = createTemplates(ground);
  const schedule = createSchedule({
    ...ground,
    onMissed(scheduled) {
      const line = ground.lines.any(scheduled.lineId) ?? {};
      const conversation = ground.messages.conversation(scheduled.conversationId) ?? noFlags;
      const content = contentFor({ line, conversation, settings: ground.settings() });
      ground.announcer.announce(missedNotice(scheduled, ground.names.nameOf(scheduled.peer), content, ground.words()));
    },
  });
  const contacts = createContacts(ground);
  const codes = createCodes(ground);
  const rules = createRules(ground);
  const search = createSearch(ground);
  const attachments = createAttachments({ ...ground, document: ground.attachments });
  const exchange = createExchange({ ...ground, ...ground.exchange });
  const inspector = createInspector({ ...ground, ...ground.inspecting });
  const lab = createLab({ ...ground, ...ground.inspecting, ...ground.lab });
  const parts: readonly Part<never>[] = [
    jobs,
    bulk,
    templates,
    schedule,
    contacts,
    codes,
    rules,
    search,
    attachments,
    exchange,
    inspector,
    lab,
  ];
  return {
    handlers: {
      ...jobs.handlers,
      ...bulk.handlers,
      ...templates.handlers,
      ...schedule.handlers,
      ...contacts.handlers,
      ...codes.handlers,
      ...rules.handlers,
      ...search.handlers,
      ...attachments.handlers,
      ...exchange.handlers,
      ...inspector.handlers,
      ...lab.handlers,
    },
    inlineAnswer: rules.inlineAnswer,
    /** A message is gone for good. */
    removed: attachments.removed,
    /** In the order in which they happen. */
    followUps: parts.flatMap(({ followUps }) => followUps ?? []),
    async start() {
      for (const part of parts) await part.start?.();
    },
    resumed() {
      for (const part of parts) part.resumed?.();
    },
    settled(...[settings]: Parameters<NonNullable<Part<never>['settled']>>) {
      for (const part of parts) part.settled?.(settings);
    },
    async close() {
      for (const part of parts.toReversed()) await part.close?.();
    },
  };
}
