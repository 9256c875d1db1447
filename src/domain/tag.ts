/**
 * A tag: a word the user (or a rule) puts on conversations; each tag in use is a lane.
 * @module
 */
import { z } from 'zod';

export const tagSchema = z.string().trim().min(1).max(30);
