import { counting } from '../../../src/domain/counting.ts';
import type { receptionRegistration as english } from '../en/reception-registration.ts';

const { counted } = counting('de');

export const receptionRegistration: typeof english = {
  registration: {
    states: {
      here: 'Führt hierher',
      'by-hand': 'Von Hand einzutragen',
      unknown: 'Unbekannt, wohin er führt',
      'old-address': 'Führt zu einer früheren Adresse',
      elsewhere: 'Führt woandershin',
      failed: 'Konnte nicht hierher geleitet werden',
    },
    marks: {
      'old-address': 'Der Anbieter hat noch eine frühere Adresse',
      elsewhere: 'Der Anbieter schickt SMS woandershin',
      failed: 'Der Anbieter konnte nicht verständigt werden',
    },
    holds: 'Eingetragen ist',
    checked: (time: string) => `Gefragt ${time}`,
    register: 'Hierher leiten',
    guess: 'Versuchen, hierher zu leiten',
    guessHelp:
      'Wie das geht, beschreibt der Anbieter nicht, es ist also eine Vermutung. Schlägt sie fehl, kopieren Sie die URL von Hand: Der Versuch schadet nicht.',
    asking: 'Ihr Anbieter wird gefragt …',
    check: 'Fragen, wohin er führt',
    restore: 'Wiederherstellen, was vorher dort stand',
    restoreTitle: 'Die frühere Adresse wieder eintragen?',
    restoreText: (url: string) => `Ihr Anbieter schickt SMS dann wieder an ${url}. Hier kommen sie nicht mehr an.`,
    reachableFirst: 'Machen Sie zuerst diesen Computer erreichbar: Noch gibt es keine öffentliche Adresse, zu der geleitet werden kann.',
  },
  done: {
    title: 'Wie weit es ist',
    added: 'Der Anschluss ist hinzugefügt',
    reachable: (milliseconds: number | null) =>
      milliseconds === null ? 'Dieser Computer ist erreichbar' : `Erreichbar, ${counted.format(Math.round(milliseconds))} ms`,
    notReachable: 'Dieser Computer ist noch nicht erreichbar',
    opening: 'Wird erreichbar gemacht …',
    pointed: 'Ihr Anbieter schickt SMS hierher',
    notPointed: 'Noch ist nicht bekannt, dass Ihr Anbieter SMS hierher schickt',
    arrived: (verdict: string) => `Die erste Zustellung ist angekommen: ${verdict.toLowerCase()}`,
    notArrived: 'Die erste Zustellung steht noch aus. Schreiben Sie eine SMS an Ihre Nummer, um sie ankommen zu sehen',
    states: { done: 'Fertig', waiting: 'Noch nicht', failed: 'Fehlgeschlagen' },
    publicTitle: 'Diesen Computer erreichbar machen',
    publicHelp:
      'Ihr Anbieter braucht eine Adresse im Internet, die hierher führt. localhost.run gibt Ihnen sofort eine, kostenlos und ohne Konto.',
    otherWays: 'Anderer Weg',
    otherWaysHide: 'Andere Wege ausblenden',
  },
  settings: {
    title: 'Wohin Anbieter leiten',
    help: 'Für Anbieter, die Texttray selbst umleitet. Was dort vorher stand, wird wieder eingetragen, damit SMS dorthin gehen.',
    onPause: 'Zurückleiten, solange Sie angehalten haben',
    onQuit: 'Zurückleiten, wenn Sie Texttray beenden',
  },
};
