/**
 * Receiving can be paused: providers are told to come again later, and the app says so. It stays paused over a restart.
 * @module
 */
import { z } from 'zod';

export const pauseDocumentSchema = z.object({ paused: z.boolean() });
export type PauseDocument = z.infer<typeof pauseDocumentSchema>;
