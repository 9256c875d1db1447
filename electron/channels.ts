/**
 * The two channels between the shell and its window: calls go up, events come down.
 * @module
 */

export const callChannel = 'texttray:call';
export const eventChannel = 'texttray:event';
