/**
 * Puts the made-up core where Electron's preload puts the real one. Run before the window's own script.
 * @module
 */
import { answerCall } from '../../../src/contract/call.ts';
import { noLaneCounts } from '../../../src/contract/no-lane-counts.ts';
import type { InboxEvent, Snapshot } from '../../../src/contract/state.ts';
import { settingsSchema } from '../../../src/domain/settings.ts';
import { sampleContacts } from './contacts.ts';
import { sampleFile } from './exchange.ts';
import { createHandlers } from './handlers.ts';
import { mediaSamples, serveSampleMedia } from './media.ts';
import { sampleTunnel } from './reception.ts';
import { fill, longConversation, sampleLine, samples } from './sample.ts';
import { sampleDeliveries } from './sample-deliveries.ts';
import { createStanding, type StandInState } from './state.ts';

const asked = new URLSearchParams(location.search);
const show = asked.get('show') ?? 'rich';
const now = new Date().toISOString();
const firstRun = show === 'first-run';

const tunnel = sampleTunnel(show);

const problems: Snapshot['problems'] =
  show === 'problems'
    ? [
        {
          id: 'store',
          code: 'store-unavailable',
          message: 'Texttray cannot write to its data folder right now, so nothing new is accepted.',
          action: 'Free some disk space or check the folder; it recovers by itself',
          since: now,
        },
        { id: 'file', code: 'file-set-aside', message: 'The file settings.json could not be read and was set aside.', since: now },
      ]
    : [];

const practice = sampleLine('practice', 'practice', 'Practice', '+12025550100', false);
const state: StandInState = {
  revision: 1,
  snapshot: {
    host: { kind: 'electron', platform: 'linux', version: '0.1.0', canStartAtLogin: true, dataFolder: '/home/you/.local/share/texttray' },
    lines: firstRun
      ? [practice]
      : [
          sampleLine('work', 'cloudvno', 'Work', '+12025550100'),
          sampleLine('ink', 'receivesms-ink', 'Sign-ups', '+12025550111'),
          sampleLine('phone', 'mobile-api-connect', 'Phone', '+12025550122'),
          practice,
        ],
    tunnel,
    settings: settingsSchema.parse({ reading: { language: asked.get('language') ?? 'en', textSize: Number(asked.get('size') ?? 100) } }),
    problems,
    contacts: firstRun ? [] : sampleContacts(),
    templates: [],
    rules: [],
    scheduled: [],
    jobs: [],
    laneCounts: noLaneCounts,
  },
  conversations: new Map(),
  messages: new Map(),
  deliveries: firstRun ? [] : sampleDeliveries(show === 'long' ? 10_000 : undefined),
};
if (!firstRun) fill(state, show === 'long' ? [longConversation(50_000), ...samples] : [...samples, ...mediaSamples]);
serveSampleMedia();

const standing = createStanding(state);
const handlers = createHandlers(standing, show);
const texttray = {
  host: 'electron',
  call: (method: string, input: unknown) =>
    answerCall(handlers, method, input, (error) => {
      throw error;
    }),
  subscribe: (listener: (event: InboxEvent) => void) => standing.subscribe(listener),
  file: async (request: { readonly do: string }) => ({ ok: true, value: request.do === 'choose' ? sampleFile : { name: sampleFile.name } }),
};
Object.assign(globalThis, { texttray });
