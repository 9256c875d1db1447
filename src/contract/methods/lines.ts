/**
 * `lines.*`: phone numbers and their providers.
 * @module
 */
import { z } from 'zod';
import { lineSchema, providerNameSchema } from '../../domain/line.ts';
import { registrationViewSchema } from '../reachability.ts';
import { lineViewSchema, providerInfoSchema, selfTestSchema } from '../views.ts';
import { id, method, nothing } from './method.ts';

const credentials = z.record(z.string().max(40), z.string().max(4_096));
const label = z.string().trim().min(1, 'Give the line a name.').max(60, 'At most 60 characters.');
const number = z.string().trim().min(1, 'Enter the number.').max(32, 'At most 32 characters.');
/** How a line looks and announces itself; `null`: as usual. */
const habits = {
  color: lineSchema.shape.color.unwrap().nullable().optional(),
  notify: z.boolean().optional(),
  noticeContent: lineSchema.shape.noticeContent.unwrap().nullable().optional(),
  waitingHours: lineSchema.shape.waitingHours.unwrap().nullable().optional(),
};

export const linesMethods = {
  'lines.list': method(nothing, z.object({ items: z.array(lineViewSchema) })),
  'lines.providers': method(nothing, z.object({ items: z.array(providerInfoSchema) })),
  'lines.create': method(z.object({ provider: providerNameSchema, label, number, credentials: credentials.default({}) }), lineViewSchema),
  /** Credentials that are not named stay as they are; an empty string takes one away. */
  'lines.update': method(
    id.extend({ label: label.optional(), number: number.optional(), credentials: credentials.optional(), ...habits }),
    lineViewSchema,
  ),
  'lines.remove': method(id, id),
  /** Points the provider at the line's public URL, asks where it points, or puts back where it pointed before. */
  'lines.register': method(id, registrationViewSchema),
  'lines.checkRegistration': method(id, registrationViewSchema),
  'lines.restoreRegistration': method(id, registrationViewSchema),
  /** Asks for a nonce through the line's public URL. */
  'lines.test': method(id, selfTestSchema),
} as const;
