/**
 * The channels between the shell and its window: calls and requests for files go up, events come down.
 * @module
 */

export const callChannel = 'texttray:call';
export const fileChannel = 'texttray:file';
export const eventChannel = 'texttray:event';
