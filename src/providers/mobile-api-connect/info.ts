import type { Provider } from '../../core/ports.ts';
import { apiBaseUrlField } from '../credentials.ts';
import { maxLength, usualAddress } from './send.ts';

/** What the settings form shows of Mobile API Connect. */
export const info: Provider['info'] = {
  name: 'mobile-api-connect',
  label: 'Mobile API Connect',
  summary: 'Your own Android phone, paired with its app: receives and sends.',
  fields: [
    {
      key: 'webhookSecret',
      label: 'Webhook secret',
      help: 'The signing secret (whsec_…) you get when you register the webhook. It checks that texts really come from your phone.',
      secret: true,
      required: true,
    },
    {
      key: 'apiKey',
      label: 'API key',
      help: 'The key (sk_live_…) shown once when you paired the phone, for sending and for setting the webhook URL by itself; without it this line only receives, and you paste the URL.',
      secret: true,
      required: false,
    },
    apiBaseUrlField(usualAddress),
  ],
  canSend: true,
  maxMedia: 0,
  maxLength,
  reportsDelivery: false,
  answersInline: false,
  webhookHelp:
    'With an API key Texttray sets this URL by itself. Without one, open Webhooks in the Mobile API Connect portal and paste it, or enter it in the app under Connect your ERP → Forward URL.',
  securityNote:
    'The signature has no time in it, and texts come without an id: Texttray knows repeated ones by device, sender, time and text.',
};
