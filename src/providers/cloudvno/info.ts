import type { Provider } from '../../core/ports.ts';
import { apiBaseUrlField } from '../credentials.ts';
import { usualAddress } from './send.ts';

/** What the settings form shows of CloudVNO. */
export const info: Provider['info'] = {
  name: 'cloudvno',
  label: 'CloudVNO',
  summary: 'Virtual numbers for SMS and MMS: receives, replies and sends.',
  fields: [
    {
      key: 'authToken',
      label: 'Auth token',
      help: 'From your CloudVNO dashboard. It checks that incoming texts really come from CloudVNO; it is not the API key.',
      secret: true,
      required: true,
    },
    {
      key: 'apiKey',
      label: 'API key',
      help: 'From your CloudVNO dashboard under Settings → API Keys; without it this line only receives. Give it messages:write for sending, messages:read for fetching missed texts, numbers:read and numbers:write for setting the webhook URL. Only sending is documented: the rest is a guess, and so are delivery reports, so a text may stay at "Sent".',
      secret: true,
      required: false,
    },
    apiBaseUrlField(usualAddress),
  ],
  canSend: true,
  maxMedia: 10,
  reportsDelivery: true,
  answersInline: true,
  webhookHelp:
    'In the CloudVNO dashboard open Phone Numbers → your number → Messaging, paste this URL as Webhook URL and choose the method POST.',
  securityNote:
    'The signature covers the URL, so CloudVNO must be given exactly this one. It has no time in it: Texttray knows repeated texts by their id.',
};
