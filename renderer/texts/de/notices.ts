import { counting } from '../../../src/domain/counting.ts';
import type { notices as english, codes as englishCodes } from '../en/notices.ts';

const { many } = counting('de');

export const notices: typeof english = {
  sound: 'Ton abspielen',
  preview: 'So sieht eine Benachrichtigung aus',
  example: { name: 'Beispiel Eins', text: 'Ihr Code lautet 482913. Ich stehe vor der Tür!', line: 'Arbeit' },
  newMessage: 'Neue Nachricht',
  newMessageOn: (line: string) => `Neue Nachricht auf ${line}`,
  quiet: 'Ruhezeit',
  quietHelp: 'SMS kommen ohne Benachrichtigung an. Danach sagt eine einzige, was in der Zeit kam.',
  hours: 'Von wann bis wann',
  letCodesThrough: 'Einmalcodes durchlassen',
  browser: 'Benachrichtigungen dieses Browsers',
  browserHelp: {
    default: 'Ihr System zeigt sie, solange dieser Tab offen ist, auch wenn Sie etwas anderes ansehen.',
    granted:
      'Ihr System zeigt sie, solange dieser Tab offen ist. Zurücknehmen können Sie das in den Browser-Einstellungen für diese Seite.',
    denied: 'Dieser Browser verweigert sie für diese Seite. Erlauben Sie sie in seinen Einstellungen für diese Seite.',
  },
  allow: 'Erlauben',
  allowed: 'Erlaubt',
  refused: 'Verweigert',

  line: 'Benachrichtigungen dieses Anschlusses',
  lineNotify: 'Über seine SMS benachrichtigen',
  asUsual: (usual: string) => `Wie üblich: ${usual}`,

  conversation: 'Benachrichtigungen …',
  title: (name: string) => `Benachrichtigungen von ${name}`,
  mute: 'Stummschalten',
  mutedFor: {
    hour: 'Für 1 Stunde',
    hours: 'Für 8 Stunden',
    tomorrow: (time: string) => `Bis morgen, ${time}`,
    always: 'Bis ich es aufhebe',
  },
  mutedNow: 'Diese Konversation ist stumm, bis Sie es aufheben.',
  mutedUntil: (time: string) => `Diese Konversation ist stumm bis ${time}.`,
  unmute: 'Stummschaltung aufheben',
  muteHelp: 'Keine Benachrichtigung, und ihre SMS zählen nirgends.',
  always: 'Immer benachrichtigen',
  alwaysHelp: 'Auch in der Ruhezeit und wenn ihr Anschluss stumm ist.',
  done: 'Fertig',

  answer: 'Antworten',
};

export const codes: typeof englishCodes = {
  title: 'Einmalcodes',
  help: 'Codes, mit denen Sie sich anderswo anmelden, werden in SMS erkannt und lassen sich mit einem Klick kopieren.',
  copy: (code: string) => `${code} kopieren`,
  copied: 'Code kopiert',
  cleared: (seconds: number) => `Er wird in ${many(seconds, 'Sekunde', 'Sekunden')} aus der Zwischenablage genommen.`,
  keep: 'Dort lassen',
  none: 'Es gibt keinen Code zum Kopieren',
  noneLately: (hours: number) => `In ${hours === 1 ? 'der letzten Stunde' : `den letzten ${hours} Stunden`} kam keiner.`,
  boundTo: (site: string) => `Nur für ${site}`,
  keepFor: 'Unter „Codes“ behalten für',
  hours: (count: number) => (count % 24 === 0 ? many(count / 24, 'Tag', 'Tage') : many(count, 'Stunde', 'Stunden')),
  clearAfter: 'Aus der Zwischenablage nehmen nach',
  clearHelp: 'Nur wenn der Code noch dort ist. Was Sie seither kopiert haben, bleibt.',
  seconds: (count: number) => (count % 60 === 0 ? many(count / 60, 'Minute', 'Minuten') : many(count, 'Sekunde', 'Sekunden')),
  never: 'Nie',
  shortcut: 'Neuesten Code von überall kopieren',
  shortcutHelp: 'Eine Tastenkombination, die auch in anderen Programmen gilt.',
  choose: 'Tasten wählen …',
  press: 'Tasten drücken …',
  change: 'Ändern',
  remove: 'Entfernen',
};
