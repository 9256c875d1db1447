import type { Provider } from '../../core/ports.ts';
import { apiBaseUrlField } from '../credentials.ts';
import { usualAddress } from './send.ts';

/** What the settings form shows of CloudSpire. */
export const info: Provider['info'] = {
  name: 'cloudspire',
  label: 'CloudSpire Voice (onCloud)',
  summary: 'Business numbers for SMS and MMS: receives, replies and sends.',
  fields: [
    {
      key: 'authHeader',
      label: 'Auth Header',
      help: 'The whole value of the Auth Header your onCloud administrator set for this webhook. Ask for one: without it anyone who learns the URL can post texts here.',
      secret: true,
      required: false,
      placeholder: 'Bearer …',
    },
    {
      key: 'secret',
      label: 'Webhook secret',
      help: 'The Webhook Secret your onCloud administrator gave you, for sending; without it this line only receives.',
      secret: true,
      required: false,
    },
    apiBaseUrlField(usualAddress),
  ],
  canSend: true,
  maxMedia: 1,
  reportsDelivery: false,
  answersInline: true,
  webhookHelp: 'Give this URL to your onCloud administrator as the webhook URL of your DID, together with an Auth Header of your choice.',
  securityNote:
    'CloudSpire does not sign what it sends. With no Auth Header set, the random part of the URL is the only secret: anyone who learns it can post texts.',
};
