import { counting } from '../../../src/domain/counting.ts';
import type { receptionLedger as english } from '../en/reception-ledger.ts';

const { counted, isOne, many } = counting('de');

export const receptionLedger: typeof english = {
  ledger: {
    title: 'Wann SMS ankommen konnten',
    help: 'Fortlaufend aufgeschrieben, über Neustarts und Ruhezustand hinweg, mit dem, was aus den SMS jeder Lücke wurde.',
    range: 'Gezeigter Zeitraum',
    ranges: { 1: 'Letzte 24 Stunden', 30: 'Letzte 30 Tage' },
    strip: { 1: 'Empfang in den letzten 24 Stunden', 30: 'Empfang in den letzten 30 Tagen' },
    states: {
      receiving: 'Empfängt',
      'not-reachable': 'Nicht erreichbar',
      paused: 'Angehalten',
      asleep: 'Ruhezustand',
      closed: 'Beendet',
      unknown: 'Nicht bekannt',
    },
    mixed: (state: string) => `${state}, zeitweise`,
    span: (state: string, times: string, duration: string) => `${state}, ${times}, ${duration}`,
    loadFailed: 'Die Aufzeichnung konnte nicht gelesen werden.',
    gaps: 'Lücken',
    noGaps: 'Keine Lücke in dieser Zeit.',
    lasts: 'bis jetzt',
    moreGaps: (count: number) => `${counted.format(count)} weitere zeigen`,
    causes: {
      'not-reachable': 'nichts kam durch',
      paused: 'Sie hatten angehalten',
      asleep: 'der Computer ruhte',
      closed: 'Texttray war beendet',
    },
    thenCame: ', dann ',
    noLines: 'Noch war keine Ihrer Nummern verbunden.',
  },
  account: {
    ranges: { 1: 'in den letzten 24 Stunden', 30: 'in den letzten 30 Tagen' },
    nothingKnown: 'Noch ist nichts bekannt: Texttray hat eben erst begonnen, dies aufzuschreiben.',
    unbroken: (when: string) => `Nichts ging ${when} verloren: SMS konnten die ganze Zeit ankommen.`,
    since: (time: string) => `seit ${time}, als Texttray begann, dies aufzuschreiben,`,
    covered: (when: string, gaps: number) => `Nichts ging ${when} verloren: ${many(gaps, 'Lücke ist', 'Lücken sind')} geklärt.`,
    recovered: (when: string, gaps: number, texts: number) =>
      `Nichts ging ${when} verloren: ${counted.format(texts)} SMS aus ${many(gaps, 'Lücke', 'Lücken')} ${isOne(texts) ? 'wurde' : 'wurden'} nachgeholt.`,
    blinks: (gaps: number) =>
      `${gaps === 0 ? 'Keine Lücke' : `${many(gaps, 'Lücke ist', 'Lücken sind')} geklärt`}, bis auf Augenblicke von weniger als fünf Sekunden.`,
    noLines: 'Noch ist keine Ihrer Nummern verbunden, also konnte keine SMS verloren gehen.',
    checking: 'Ihre Anbieter werden gefragt, was in den Lücken angekommen ist.',
    lasts: 'Gerade können keine SMS ankommen. Was Ihre Anbieter bereithalten, wird geholt, sobald es wieder geht.',
    open: (gaps: number) => `Aus ${many(gaps, 'Lücke', 'Lücken')} fehlen vielleicht SMS: siehe unten.`,
  },
  outcomes: {
    'nothing-lost': (minutes: number) =>
      `Ihr Anbieter versucht es ${counted.format(minutes)} min lang immer wieder, länger als dies dauerte: Nichts ist verloren.`,
    waiting: 'Was der Anbieter bereithält, wird geholt, wenn SMS wieder ankommen können.',
    checking: 'Es wird geprüft, was der Anbieter bereithält …',
    checked: (times: string, count: number) =>
      `Geprüft ${times}: ${count === 0 ? 'Nichts fehlte' : `${counted.format(count)} nachgeholt`}.`,
    failed: (message: string, time: string) => `${message} Versucht um ${time}; es wird wieder versucht.`,
    alsoRecovered: (count: number) => `Bisher ${counted.format(count)} nachgeholt.`,
    'cannot-check': 'Diesen Anbieter kann man nicht nach verpassten SMS fragen: Fragen Sie den Absender.',
  },
};
