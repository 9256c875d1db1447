/**
 * `settings.*`
 * @module
 */
import { settingsChangesSchema, settingsSchema } from '../../domain/settings.ts';
import { method, nothing } from './method.ts';

export const settingsMethods = {
  'settings.get': method(nothing, settingsSchema),
  /** Of a group only the members that are named change. */
  'settings.update': method(settingsChangesSchema, settingsSchema),
} as const;
