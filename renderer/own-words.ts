/**
 * What the core answers in English, in the window's own words: failures of every call, and what the forms of providers
 * say. What it announces is looked up where it is shown.
 * @module
 */
import type { Answered, Failure } from '../src/contract/errors.ts';
import type { ProviderInfo } from '../src/contract/views.ts';
import type { Call } from './bridge.ts';
import { texts } from './texts.ts';

/** The same call, failing in the window's language. */
export function inOwnWords(call: Call): Call {
  return (async (name, input) => {
    const answer: Answered<unknown> = await call(name, input);
    return answer.ok ? answer : { ok: false, error: failureInOwnWords(answer.error) };
  }) as Call;
}

function failureInOwnWords({ message, action, fields, ...rest }: Failure): Failure {
  return {
    ...rest,
    message: texts.said(message),
    ...(action !== undefined && { action: texts.said(action) }),
    ...(fields && { fields: Object.fromEntries(Object.entries(fields).map(([path, complaint]) => [path, texts.said(complaint)])) }),
  };
}

/** A provider as its form shows it. */
export function providerInOwnWords(provider: ProviderInfo): ProviderInfo {
  const { label, summary, fields, webhookHelp, securityNote } = provider;
  return {
    ...provider,
    label: texts.said(label),
    summary: texts.said(summary),
    fields: fields.map((field) => ({ ...field, label: texts.said(field.label), help: texts.said(field.help) })),
    webhookHelp: texts.said(webhookHelp),
    ...(securityNote !== undefined && { securityNote: texts.said(securityNote) }),
  };
}
