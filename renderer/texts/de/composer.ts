import { counting } from '../../../src/domain/counting.ts';
import type { compose as composeInEnglish, composer as english } from '../en/composer.ts';

const { counted, many } = counting('de');

export const composer: typeof english = {
  message: 'Nachricht',
  placeholder: 'SMS schreiben',
  placeholderTo: (peer: string) => `SMS an ${peer}`,
  left: (count: number) => `noch ${counted.format(count)}`,
  send: 'Senden',
  segments: (count: number, encoding: string, left: number) =>
    `${many(count, 'Segment', 'Segmente')} · ${encoding} · noch ${counted.format(left)} Zeichen`,
  short: (position: number, count: number, encoding: string) => `${counted.format(position)} von ${counted.format(count)} · ${encoding}`,
  forced: 'erzwingt UCS-2: Es passen weniger Zeichen in ein Segment.',
  useGsm7: 'Stattdessen GSM-7',
  addAttachment: 'Anhang hinzufügen',
  attachmentLabel: 'Adresse des Anhangs',
  attachmentPlaceholder: 'https://…',
  attachmentHelp: 'Ihr Anbieter holt ihn dort ab und sendet ihn mit.',
  attach: 'Anhängen',
  removeAttachment: (url: string) => `Anhang ${url} entfernen`,
  attachmentInvalid: 'Geben Sie eine ganze Adresse ein, die mit https:// oder http:// beginnt.',
  receiveOnly: (line: string) => `${line} empfängt nur: Der Anbieter versendet keine SMS.`,
  nameSender: 'Dieser Absender ist ein Name, keine Nummer. Eine Antwort ist nicht möglich.',
  lineRemoved: 'Dieser Anschluss wurde entfernt. Seine Konversationen bleiben hier lesbar.',
  optedOut: (keyword: string) => `Von dort kam ${keyword}: Auf diesem Anschluss sind keine SMS erwünscht.`,
  textAnyway: 'Trotzdem schreiben',
  textAnywayTitle: 'Jemandem schreiben, der das nicht möchte?',
  textAnywayText:
    'Diese Person hat sich auf diesem Anschluss abgemeldet. Ihr wieder zu schreiben kann gegen das Gesetz oder die Regeln Ihres Anbieters verstoßen. Tun Sie es nur, wenn sie Ihnen auf anderem Weg zugestimmt hat.',
  earlierWentOut: 'Die frühere Fassung war schon gesendet. Ihre Änderungen sind noch hier.',
};

export const compose: typeof composeInEnglish = {
  title: 'Neue Konversation',
  line: 'Von',
  to: 'An',
  toPlaceholder: 'Name oder Nummer',
  noLine: 'Keiner Ihrer Anschlüsse kann senden. Fügen Sie eine Nummer hinzu, deren Anbieter SMS versendet.',
};
