import type { Provider } from '../../core/ports.ts';

/** What the settings form shows of ReceiveSMS.ink. It has no API: there is no address to set. */
export const info: Provider['info'] = {
  name: 'receivesms-ink',
  label: 'ReceiveSMS.ink',
  summary: 'A private number that only receives.',
  fields: [
    {
      key: 'webhookSecret',
      label: 'Webhook secret',
      help: 'Shown under Inbox → Webhook after you saved the URL there. It checks that texts really come from ReceiveSMS.ink.',
      secret: true,
      required: true,
    },
  ],
  canSend: false,
  maxMedia: 0,
  reportsDelivery: false,
  answersInline: false,
  webhookHelp: 'On ReceiveSMS.ink open Inbox → Webhook and paste this URL. The secret to enter here appears in the same place.',
  securityNote: 'The signature has no time in it: Texttray knows repeated texts by their id.',
};
