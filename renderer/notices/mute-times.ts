/**
 * Until when one can mute a conversation.
 * @module
 */

export type MuteFor = 'hour' | 'hours' | 'tomorrow' | 'always';
export const muteChoices: readonly MuteFor[] = ['hour', 'hours', 'tomorrow', 'always'];

const hour = 3_600_000;
/** When a day begins, on the clock on the wall. */
const morning = 8;

/** The end, as stored; `null`: when the user says so. */
export function mutedUntil(choice: MuteFor, now: Date): string | null {
  switch (choice) {
    case 'hour':
      return new Date(now.getTime() + hour).toISOString();
    case 'hours':
      return new Date(now.getTime() + 8 * hour).toISOString();
    case 'tomorrow':
      return tomorrowMorning(now).toISOString();
    case 'always':
      return null;
  }
}

export function tomorrowMorning(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, morning);
}
