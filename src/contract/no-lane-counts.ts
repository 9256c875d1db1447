/**
 * What is counted before anything was counted. Apart from the schemas: the window needs no schema to know it.
 * @module
 */
import type { LaneCounts } from './state.ts';

export const noLaneCounts: LaneCounts = {
  waiting: 0,
  codes: 0,
  unknown: 0,
  blocked: 0,
  tags: [],
  unread: { inbox: 0, unknown: 0, archived: 0, lines: {} },
};
