/**
 * vCard, as the core knows it.
 * @module
 */
import type { ContactCards } from '../../core/ports.ts';
import { readCards } from './read.ts';
import { writeCards } from './write.ts';

export const contactCards: ContactCards = { read: readCards, write: writeCards };
