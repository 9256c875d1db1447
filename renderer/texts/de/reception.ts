import { counting } from '../../../src/domain/counting.ts';
import type { reception as english } from '../en/reception.ts';

const { counted, many } = counting('de');

export const reception: typeof english = {
  status: 'Empfang',
  words: {
    receiving: 'Empfängt',
    degraded: 'Empfängt mit Störungen',
    'not-reachable': 'Nicht erreichbar',
    'not-checked': 'Noch nicht geprüft',
    paused: 'Angehalten',
  },
  title: 'Empfang',
  intro:
    'Wie SMS von Ihrem Anbieter zu diesem Computer gelangen. Nichts wird einfach geglaubt: Eine Anfrage geht an die öffentliche Adresse und muss zurückkommen.',
  since: (time: string) => `Seit ${time}`,
  sinceFor: (time: string, duration: string) => `Seit ${time}, ${duration} lang`,
  checked: (time: string) => `Zuletzt geprüft ${time}`,
  roundTrip: (milliseconds: number) => `${counted.format(Math.round(milliseconds))} ms hin und zurück`,
  address: 'Öffentliche Adresse',
  receiver: 'Der Empfangsdienst auf diesem Computer',
  receiverHelp: 'Wohin ein eigener Proxy oder Tunnel führen muss. Nur Webhook-Pfade werden dort beantwortet.',
  steps: {
    resume: 'Empfang fortsetzen',
    pause: 'Empfang anhalten',
    pauseHelp: 'Anbieter werden gebeten, es später wieder zu versuchen',
    'switch-on': 'Einschalten',
    'try-now': 'Jetzt wieder versuchen',
    check: 'Jetzt prüfen',
    'make-reachable': 'Erreichbar machen',
    'compare-keys': 'Schlüssel vergleichen …',
    choose: 'Anderen Weg wählen',
    enter: 'Einstellungen dazu öffnen',
    checking: 'Wird geprüft …',
  },
  lines: {
    oldAddress: (count: number) => `${many(count, 'Anschluss führt', 'Anschlüsse führen')} noch zu einer früheren Adresse:`,
    open: (label: string) => `${label} öffnen`,
  },
  recovered: 'Nachgeholt',
  recoveredAt: (time: string) => `Von Ihrem Anbieter nachgeholt: ${time}`,
};
