/**
 * All forms in which deliveries are taken along, as the core sees them.
 * @module
 */
import type { TakeAlongFormats } from '../../core/ports.ts';
import { curlCommand } from './curl.ts';
import { writeFixtures } from './fixtures.ts';
import { writeHar } from './har.ts';
import { createMasking } from './masking/masking.ts';

export const takeAlongFormats: TakeAlongFormats = { createMasking, curl: curlCommand, writeHar, writeFixtures };
