/**
 * `deliveries.diagnose|fix`: why a delivery was refused.
 * @module
 */
import { z } from 'zod';
import { diagnosisSchema, fixSchema } from '../diagnosis.ts';
import { id, method } from './method.ts';

export const doctorMethods = {
  'deliveries.diagnose': method(id, diagnosisSchema),
  /** Only what the last diagnosis of this delivery proved can be mended. Answers the diagnosis after it. */
  'deliveries.fix': method(z.object({ ...id.shape, fix: fixSchema }), diagnosisSchema),
} as const;
