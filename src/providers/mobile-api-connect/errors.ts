/**
 * Mobile API Connect's error codes. Source: its "REST API Reference".
 * @module
 */
import { z } from 'zod';
import { readJson } from '../json.ts';
import type { ErrorTexts } from '../outcome.ts';

/** What the codes mean when a text is sent. */
export const texts: ErrorTexts = {
  validation_error: {
    message: 'Something in the message is not valid.',
    resolution: 'Check the number and that the text has 1 to 1600 characters.',
  },
  unauthorized: {
    message: 'The API key is missing or malformed.',
    resolution: 'Enter the whole key, from sk_live_ on, in the settings of this line.',
  },
  invalid_api_key: {
    message: 'The API key was not found or was revoked.',
    resolution: 'Pair the phone again to get a new API key and enter it here.',
  },
  tenant_inactive: {
    message: 'The Mobile API Connect account is suspended.',
    resolution: 'Contact Mobile API Connect to have it activated.',
  },
  not_found: {
    message: 'Mobile API Connect does not know what was asked for.',
    resolution: 'Check the API address in the settings of this line.',
  },
  no_webhook_config: {
    message: 'No webhook is set up in this account yet.',
    resolution: 'Set the webhook URL of this line at Mobile API Connect first.',
  },
  no_active_device_for_tenant: {
    message: 'The paired phone is offline.',
    resolution: 'Switch the phone on, connect it to the internet and open the app. The text is tried again by itself.',
  },
};

const errorSchema = z.object({ error: z.string().min(1).max(80), issues: z.array(z.unknown()).catch([]).default([]) });
const issueSchema = z.object({
  path: z
    .array(z.union([z.string(), z.number()]))
    .catch([])
    .default([]),
  message: z.string(),
});

/** The code in an error body, for `validation_error` with what the first issue says; `undefined` for any other body. */
export function readError(body: string): { readonly code: string; readonly said?: string } | undefined {
  const parsed = errorSchema.safeParse(readJson(body));
  if (!parsed.success) return undefined;
  const { error: code, issues } = parsed.data;
  const issue = issueSchema.safeParse(issues[0]);
  return { code, ...(code === 'validation_error' && issue.success && { said: [...issue.data.path, issue.data.message].join(': ') }) };
}
