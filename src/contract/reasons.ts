/**
 * The sentences for what was made of a delivery.
 * @module
 */
import type { DeliveryReason, Verdict } from '../domain/delivery.ts';

export const verdictTexts: Record<Verdict, string> = {
  accepted: 'Accepted',
  duplicate: 'Duplicate',
  rejected: 'Refused',
  'not-understood': 'Not understood',
};

export const reasonTexts: Record<DeliveryReason, string> = {
  'signature-missing': 'The signature header is missing.',
  'signature-malformed': 'The signature header does not have the form this provider uses.',
  'signature-wrong': 'The signature does not match: another secret, another public URL, or the body was changed on the way.',
  'authorization-missing': 'The Authorization header is missing.',
  'authorization-wrong': 'The Authorization header is not the one set for this line.',
  'secret-missing': 'This line has no secret to check the signature with.',
  'body-too-large': 'The body is larger than the receiver takes.',
  'body-incomplete': 'The sender closed the connection before the body was complete.',
  'body-unreadable': 'The body is not in the format this provider documents.',
  'fields-missing': 'Fields this provider documents are missing or have another type.',
  'event-unknown': 'It is an event Texttray does not know. It was kept, nothing was changed.',
  'message-unknown': 'It reports on a message Texttray did not send.',
  'store-unavailable': 'It could not be stored, so the provider was asked to try again.',
  paused: 'Receiving was paused, so the provider was asked to try again.',
};
