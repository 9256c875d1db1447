/**
 * The pages and lanes of the window, as the palette leads to them.
 * @module
 */
import { inbox, type Lane, type Page } from '../state/model.ts';
import { texts } from '../texts.ts';
import type { IconName } from '../ui/icons.tsx';
import type { PaletteAction } from './action.ts';

const { lanes, palette: words } = texts;

const lane = (target: Lane, icon: IconName, label: string): PaletteAction => ({
  id: target.kind,
  kind: 'page',
  icon,
  label,
  run: ({ actions }) => actions.navigation.showLane(target),
});

const page = (target: Page, icon: IconName, label: string, more: Pick<PaletteAction, 'also' | 'command'> = {}): PaletteAction => ({
  id: target.name,
  kind: 'page',
  icon,
  label,
  ...more,
  run: ({ actions }) => actions.navigation.goTo(target),
});

export const pages: readonly PaletteAction[] = [
  lane(inbox, 'inbox', lanes.inbox),
  lane({ kind: 'waiting' }, 'clock', lanes.waiting),
  lane({ kind: 'codes' }, 'key', lanes.codes),
  lane({ kind: 'unknown' }, 'stranger', lanes.unknown),
  lane({ kind: 'archived' }, 'archive', lanes.archived),
  lane({ kind: 'blocked' }, 'slash', lanes.blocked),
  {
    id: 'contacts',
    kind: 'page',
    icon: 'person',
    label: texts.contacts.title,
    also: texts.contacts.also,
    run: ({ actions }) => actions.contacts.show({ kind: 'list' }),
  },
  {
    id: 'contacts-import',
    kind: 'page',
    icon: 'upload',
    label: texts.contacts.importTitle,
    also: texts.contacts.also,
    run: ({ actions }) => actions.contacts.show({ kind: 'import' }),
  },
  page({ name: 'scheduled' }, 'clock', words.scheduled),
  page({ name: 'rules' }, 'rule', texts.rules.title),
  page({ name: 'deliveries', deliveryId: null }, 'deliveries', lanes.deliveries, { also: words.also.deliveries }),
  page({ name: 'lab' }, 'lab', words.lab, { also: words.also.lab }),
  page({ name: 'reception' }, 'wave', texts.reception.title, { also: words.also.reception }),
  page({ name: 'import' }, 'upload', texts.exchange.importTitle, { also: texts.exchange.also }),
  page({ name: 'export' }, 'download', texts.exchange.exportTitle, { also: texts.exchange.also }),
  page({ name: 'settings' }, 'settings', texts.settings.title, { command: 'settings' }),
];
