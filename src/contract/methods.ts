/**
 * The one list of what the window may ask. Both carriers (Electron IPC and the browser host's HTTP) are made from it:
 * a method without a handler does not compile.
 * @module
 */
import type { z } from 'zod';
import type { Answered } from './errors.ts';
import { codesMethods } from './methods/codes.ts';
import { contactsMethods } from './methods/contacts.ts';
import { conversationsMethods } from './methods/conversations.ts';
import { deliveriesMethods } from './methods/deliveries.ts';
import { doctorMethods } from './methods/doctor.ts';
import { exchangeMethods } from './methods/exchange.ts';
import { jobsMethods } from './methods/jobs.ts';
import { labMethods } from './methods/lab.ts';
import { learnMethods } from './methods/learn.ts';
import { linesMethods } from './methods/lines.ts';
import { mediaMethods } from './methods/media.ts';
import { messagesMethods } from './methods/messages.ts';
import { method, nothing } from './methods/method.ts';
import { practiceMethods } from './methods/practice.ts';
import { receptionMethods } from './methods/reception.ts';
import { rulesMethods } from './methods/rules.ts';
import { scheduleMethods } from './methods/schedule.ts';
import { searchMethods } from './methods/search.ts';
import { settingsMethods } from './methods/settings.ts';
import { takeAlongMethods } from './methods/take-along.ts';
import { templatesMethods } from './methods/templates.ts';
import { snapshotSchema } from './state.ts';

export const methods = {
  'state.snapshot': method(nothing, snapshotSchema),
  ...linesMethods,
  ...conversationsMethods,
  ...contactsMethods,
  ...messagesMethods,
  ...mediaMethods,
  ...searchMethods,
  ...deliveriesMethods,
  ...doctorMethods,
  ...labMethods,
  ...takeAlongMethods,
  ...learnMethods,
  ...receptionMethods,
  ...settingsMethods,
  ...practiceMethods,
  ...codesMethods,
  ...jobsMethods,
  ...exchangeMethods,
  ...scheduleMethods,
  ...templatesMethods,
  ...rulesMethods,
} as const;

export type MethodName = keyof typeof methods;
export type MethodInput<Name extends MethodName> = z.input<(typeof methods)[Name]['input']>;
/** The input after parsing: defaults filled in. */
export type ParsedInput<Name extends MethodName> = z.output<(typeof methods)[Name]['input']>;
export type MethodOutput<Name extends MethodName> = z.output<(typeof methods)[Name]['output']>;

export const methodNames = Object.keys(methods) as readonly MethodName[];

/** One handler a method. */
export type Handlers = { readonly [Name in MethodName]: (input: ParsedInput<Name>) => Promise<Answered<MethodOutput<Name>>> };
/** One call a method, as the window sees it. */
export type Client = { readonly [Name in MethodName]: (input: MethodInput<Name>) => Promise<Answered<MethodOutput<Name>>> };

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}
