/**
 * The sections of the settings, as the palette leads to them: by the titles they have there.
 * @module
 */
import { texts } from '../texts.ts';
import type { IconName } from '../ui/icons.tsx';
import type { PaletteAction } from './action.ts';
import { showSettings } from './settings-section.ts';

const { also } = texts.palette;
const settings = texts.settings;

const section = (id: string, icon: IconName, label: string, words?: string): PaletteAction => ({
  id: `settings-${id}`,
  kind: 'setting',
  icon,
  label,
  ...(words !== undefined && { also: words }),
  run: ({ actions }) => showSettings(actions, label),
});

export const settingSections: readonly PaletteAction[] = [
  section('appearance', 'eye', settings.appearance, also.appearance),
  section('reading', 'eye', texts.reading.title, also.reading),
  section('notifications', 'bell', settings.notifications, also.notifications),
  section('codes', 'key', texts.codes.title),
  section('lanes', 'inbox', texts.lanes.section),
  section('sending', 'send', texts.sending.settingsTitle, also.sending),
  section('templates', 'edit', texts.sending.templates),
  section('numbers', 'phone', texts.contacts.settingsTitle, also.numbers),
  section('transfer', 'file', texts.exchange.settings, texts.exchange.also),
  section('rules', 'rule', texts.rules.title),
  section('media', 'image', texts.media.settings.title, also.media),
  section('retention', 'deliveries', settings.retention),
  section('keyboard', 'keyboard', settings.keyboard),
  section('about', 'settings', settings.about, also.about),
];
