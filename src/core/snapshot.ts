/**
 * The contract's `state.snapshot`: everything a window begins with.
 * @module
 */
import type { Handlers } from '../contract/methods.ts';
import type { HostInfo } from '../contract/state.ts';
import { ok } from '../domain/result.ts';
import type { Settings } from '../domain/settings.ts';
import type { Jobs } from './jobs.ts';
import { listConversations } from './lane-list.ts';
import type { Lanes } from './lanes.ts';
import type { LineBook } from './line-book.ts';
import type { LineViewer } from './line-view.ts';
import type { Lists } from './lists.ts';
import type { MessageLog } from './ports.ts';
import type { Problems } from './problems.ts';
import type { Reception } from './reachability/reception.ts';
import type { Announcer } from './state.ts';

/** How many conversations a snapshot holds. */
const snapshotPage = 100;

type Dependencies = {
  readonly announcer: Announcer;
  readonly host: HostInfo;
  readonly lines: Pick<LineBook, 'all'>;
  readonly view: LineViewer;
  readonly messages: MessageLog;
  readonly lanes: Lanes;
  readonly reception: Pick<Reception, 'status'>;
  readonly settings: () => Settings;
  readonly problems: Problems;
  readonly lists: Lists;
  readonly jobs: Jobs;
};

export function createSnapshotHandler(dependencies: Dependencies): Pick<Handlers, 'state.snapshot'> {
  const { announcer, host, lines, view, messages, lanes, reception, settings, problems, lists, jobs } = dependencies;
  return {
    'state.snapshot': async () => {
      announcer.flush();
      return ok({
        revision: announcer.revision(),
        host,
        lines: lines.all().map(view),
        conversations: listConversations(messages, lanes.context(), { lane: { kind: 'inbox' }, limit: snapshotPage }),
        totals: messages.totals(),
        tunnel: reception.status(),
        settings: settings(),
        problems: [...problems.list()],
        ...lists.snapshot(),
        jobs: [...jobs.list()],
        laneCounts: lanes.counts(),
      });
    },
  };
}
