/**
 * What the forms say about each provider, and what its documented error codes mean.
 * @module
 */
import type { Phrases } from '../../said.ts';

export const providers: Phrases = {
  'Practice line': 'Übungsanschluss',
  'A simulated phone on this computer, to try everything without an account.':
    'Ein simuliertes Telefon auf diesem Computer, um alles ohne Konto auszuprobieren.',
  'Nothing to set up: the simulated phone knows this line.': 'Nichts einzurichten: Das simulierte Telefon kennt diesen Anschluss.',
  'Its texts are signed with a secret Texttray made by itself, and go through the same checks as those of a real provider.':
    'Seine SMS sind mit einem Geheimnis signiert, das Texttray selbst erzeugt hat, und werden geprüft wie die eines echten Anbieters.',

  'API address': 'API-Adresse',
  'API key': 'API-Schlüssel',
  'Auth token': 'Auth-Token',
  'Auth Header': 'Auth-Header',
  'Webhook secret': 'Webhook-Geheimnis',
  'Leave it empty to use {}. Another https address, or http on this computer, is for tests and proxies.':
    'Leer lassen für {}. Eine andere https-Adresse, oder http auf diesem Computer, ist für Tests und Proxys.',

  'Virtual numbers for SMS and MMS: receives, replies and sends.': 'Virtuelle Nummern für SMS und MMS: empfängt, antwortet und sendet.',
  'From your CloudVNO dashboard. It checks that incoming texts really come from CloudVNO; it is not the API key.':
    'Aus Ihrem CloudVNO-Dashboard. Damit wird geprüft, dass ankommende SMS wirklich von CloudVNO stammen; es ist nicht der API-Schlüssel.',
  'From your CloudVNO dashboard under Settings → API Keys; without it this line only receives. Give it messages:write for sending, messages:read for fetching missed texts, numbers:read and numbers:write for setting the webhook URL. Only sending is documented: the rest is a guess, and so are delivery reports, so a text may stay at "Sent".':
    'Aus Ihrem CloudVNO-Dashboard unter Settings → API Keys; ohne ihn empfängt dieser Anschluss nur. Geben Sie ihm messages:write zum Senden, messages:read zum Nachholen verpasster SMS, numbers:read und numbers:write zum Setzen der Webhook-URL. Dokumentiert ist nur das Senden: Das Übrige ist eine Vermutung, auch die Zustellberichte; eine SMS kann darum bei „Gesendet“ stehen bleiben.',
  'In the CloudVNO dashboard open Phone Numbers → your number → Messaging, paste this URL as Webhook URL and choose the method POST.':
    'Öffnen Sie im CloudVNO-Dashboard Phone Numbers → Ihre Nummer → Messaging, fügen Sie diese URL als Webhook URL ein und wählen Sie die Methode POST.',
  'The signature covers the URL, so CloudVNO must be given exactly this one. It has no time in it: Texttray knows repeated texts by their id.':
    'Die Signatur umfasst die URL, CloudVNO braucht also genau diese. Eine Zeit enthält sie nicht: Wiederholte SMS erkennt Texttray an ihrer Kennung.',

  'Business numbers for SMS and MMS: receives, replies and sends.': 'Geschäftsnummern für SMS und MMS: empfängt, antwortet und sendet.',
  'The whole value of the Auth Header your onCloud administrator set for this webhook. Ask for one: without it anyone who learns the URL can post texts here.':
    'Der ganze Wert des Auth-Headers, den Ihre onCloud-Verwaltung für diesen Webhook gesetzt hat. Verlangen Sie einen: Ohne ihn kann jeder, der die URL erfährt, hier SMS einliefern.',
  'The Webhook Secret your onCloud administrator gave you, for sending; without it this line only receives.':
    'Das Webhook Secret, das Ihnen Ihre onCloud-Verwaltung gegeben hat, zum Senden; ohne es empfängt dieser Anschluss nur.',
  'Give this URL to your onCloud administrator as the webhook URL of your DID, together with an Auth Header of your choice.':
    'Geben Sie diese URL Ihrer onCloud-Verwaltung als Webhook-URL Ihrer DID, zusammen mit einem Auth-Header Ihrer Wahl.',
  'CloudSpire does not sign what it sends. With no Auth Header set, the random part of the URL is the only secret: anyone who learns it can post texts.':
    'CloudSpire signiert nicht, was es sendet. Ohne Auth-Header ist der zufällige Teil der URL das einzige Geheimnis: Wer ihn erfährt, kann SMS einliefern.',

  'Your own Android phone, paired with its app: receives and sends.':
    'Ihr eigenes Android-Telefon, mit der zugehörigen App gekoppelt: empfängt und sendet.',
  'The signing secret (whsec_…) you get when you register the webhook. It checks that texts really come from your phone.':
    'Das Signaturgeheimnis (whsec_…), das Sie beim Anmelden des Webhooks erhalten. Damit wird geprüft, dass SMS wirklich von Ihrem Telefon stammen.',
  'The key (sk_live_…) shown once when you paired the phone, for sending and for setting the webhook URL by itself; without it this line only receives, and you paste the URL.':
    'Der Schlüssel (sk_live_…), der beim Koppeln des Telefons einmal gezeigt wurde: zum Senden und damit Texttray die Webhook-URL selbst setzt; ohne ihn empfängt dieser Anschluss nur, und Sie fügen die URL ein.',
  'With an API key Texttray sets this URL by itself. Without one, open Webhooks in the Mobile API Connect portal and paste it, or enter it in the app under Connect your ERP → Forward URL.':
    'Mit API-Schlüssel setzt Texttray diese URL selbst. Ohne öffnen Sie im Portal von Mobile API Connect Webhooks und fügen sie ein, oder geben sie in der App unter Connect your ERP → Forward URL ein.',
  'The signature has no time in it, and texts come without an id: Texttray knows repeated ones by device, sender, time and text.':
    'Die Signatur enthält keine Zeit, und SMS kommen ohne Kennung: Wiederholte erkennt Texttray an Gerät, Absender, Zeit und Text.',

  'A private number that only receives.': 'Eine private Nummer, die nur empfängt.',
  'Shown under Inbox → Webhook after you saved the URL there. It checks that texts really come from ReceiveSMS.ink.':
    'Steht unter Inbox → Webhook, nachdem Sie die URL dort gespeichert haben. Damit wird geprüft, dass SMS wirklich von ReceiveSMS.ink stammen.',
  'On ReceiveSMS.ink open Inbox → Webhook and paste this URL. The secret to enter here appears in the same place.':
    'Öffnen Sie auf ReceiveSMS.ink Inbox → Webhook und fügen Sie diese URL ein. Das Geheimnis, das hier einzutragen ist, erscheint an derselben Stelle.',
  'The signature has no time in it: Texttray knows repeated texts by their id.':
    'Die Signatur enthält keine Zeit: Wiederholte SMS erkennt Texttray an ihrer Kennung.',
};
