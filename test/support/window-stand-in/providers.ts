/**
 * The providers as the window is told of them, in short.
 * @module
 */
import type { CredentialField, ProviderInfo } from '../../../src/contract/views.ts';

const apiBaseUrl: CredentialField = {
  key: 'apiBaseUrl',
  label: 'API address',
  help: 'Only when your provider gave you another one.',
  secret: false,
  required: false,
  placeholder: 'https://api.example.com',
};

const secret = (key: string, label: string, help: string, required = true): CredentialField => ({
  key,
  label,
  help,
  secret: true,
  required,
});

export const providers: readonly ProviderInfo[] = [
  {
    name: 'cloudvno',
    label: 'CloudVNO',
    summary: 'Numbers from the cloud that send, receive and report what became of each text.',
    fields: [
      secret('authToken', 'Auth token', 'Dashboard, Settings, API credentials. It signs the webhooks.'),
      secret('apiKey', 'API key', 'Dashboard, Settings, API keys. It needs the scope to send messages.'),
      apiBaseUrl,
    ],
    canSend: true,
    maxMedia: 10,
    maxLength: 1_600,
    reportsDelivery: true,
    answersInline: false,
    webhookHelp: 'Phone Numbers, your number, Messaging: paste it under "Webhook URL" with the method POST.',
  },
  {
    name: 'receivesms-ink',
    label: 'ReceiveSMS.ink',
    summary: 'A private number that receives.',
    fields: [secret('webhookSecret', 'Webhook secret', 'It appears under Inbox, Webhook once a URL is saved there.'), apiBaseUrl],
    canSend: false,
    maxMedia: 0,
    reportsDelivery: false,
    answersInline: false,
    webhookHelp: 'Inbox, Webhook: paste it there.',
  },
  {
    name: 'mobile-api-connect',
    label: 'Mobile API Connect',
    summary: 'Your own Android phone, paired, sends and receives with its number.',
    fields: [
      secret('webhookSecret', 'Webhook secret', 'Shown once when the webhook is made; it begins with whsec_.'),
      secret('apiKey', 'API key', 'Settings, API keys; it begins with sk_live_.'),
      apiBaseUrl,
    ],
    canSend: true,
    maxMedia: 0,
    maxLength: 1_600,
    reportsDelivery: false,
    answersInline: false,
    webhookHelp: 'Settings, Webhooks: paste it and switch it on.',
  },
  {
    name: 'cloudspire',
    label: 'CloudSpire Voice',
    summary: 'Office telephony with texting on its numbers.',
    fields: [
      secret('authHeader', 'Authorization header', 'The value set under SMS Webhook, Auth Header.', false),
      secret('secret', 'Webhook-to-SMS secret', 'Portal, Integrations, Webhook to SMS.'),
      apiBaseUrl,
    ],
    canSend: true,
    maxMedia: 1,
    reportsDelivery: false,
    answersInline: false,
    webhookHelp: 'Portal, Integrations, SMS Webhook: paste it as the target.',
    securityNote: 'Without an Authorization header anyone who learns the webhook URL can post to it.',
  },
  {
    name: 'practice',
    label: 'Practice',
    summary: 'A simulated phone.',
    fields: [],
    canSend: true,
    maxMedia: 0,
    reportsDelivery: true,
    answersInline: false,
    webhookHelp: 'Nothing to do: the simulated phone knows it.',
  },
];
