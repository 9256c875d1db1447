/**
 * The failures the window finds out by itself. All others come with their sentences from the core: the contract's own
 * list of them would bring its schemas into the window.
 * @module
 */
import type { Answered } from '../src/contract/errors.ts';
import { texts } from './texts.ts';

export const hostUnreachable = (): Answered<never> => ({
  ok: false,
  error: { code: 'host-unreachable', message: texts.connection.lost, action: texts.connection.startAgain },
});

export const notPermitted = (): Answered<never> => ({
  ok: false,
  error: { code: 'not-permitted', message: texts.connection.refusedTitle, action: texts.connection.openAgain },
});

export const fileIncomplete = (): Answered<never> => ({
  ok: false,
  error: { code: 'file-incomplete', message: texts.connection.fileIncomplete, action: texts.connection.chooseAgain },
});
