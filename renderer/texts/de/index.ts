/**
 * The window in German, in short neutral sentences, with "Sie" where an address is needed. The same word for the same
 * thing everywhere:
 *
 * | English | German |
 * |---|---|
 * | line | der Anschluss |
 * | lane | die Ansicht |
 * | delivery | die Zustellung (an HTTP request); a message that got there is „zugestellt“ |
 * | conversation | die Konversation |
 * | message, text | die Nachricht, die SMS |
 * | provider | der Anbieter |
 * | receiver, reception | der Empfangsdienst, der Empfang |
 * | reachable, paused | erreichbar, angehalten |
 * | catch-up, recovered | nachholen, nachgeholt |
 * | to point a provider here | hierher leiten |
 * | gap, ledger | die Lücke, die Aufzeichnung |
 * | tag | das Schlagwort |
 * | practice line | der Übungsanschluss |
 * | key, credentials | der Schlüssel |
 * | tray | der Infobereich |
 * @module
 */
import type { Texts } from '../../texts.ts';
import { common } from './common.ts';
import { compose, composer } from './composer.ts';
import { connection } from './connection.ts';
import { contacts } from './contacts.ts';
import { conversations } from './conversations.ts';
import { exchange } from './exchange.ts';
import { lanes } from './lanes.ts';
import { lines } from './lines.ts';
import { manage } from './manage.ts';
import { media } from './media.ts';
import { codes, notices } from './notices.ts';
import { palette } from './palette.ts';
import { reading } from './reading.ts';
import { reception } from './reception.ts';
import { receptionLedger } from './reception-ledger.ts';
import { receptionRegistration } from './reception-registration.ts';
import { receptionWays } from './reception-ways.ts';
import { rules } from './rules.ts';
import { reasons, said, verdicts } from './said/index.ts';
import { search } from './search.ts';
import { sending } from './sending.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { thread } from './thread.ts';
import { toasts } from './toasts.ts';
import { empty, welcome } from './welcome.ts';

export const de: Texts = {
  ...common,
  codes,
  compose,
  composer,
  connection,
  contacts,
  conversations,
  empty,
  exchange,
  lanes,
  lines,
  manage,
  media,
  notices,
  palette,
  reading,
  reception: { ...reception, ...receptionWays, ...receptionLedger, ...receptionRegistration },
  reasons,
  said,
  rules,
  search,
  sending,
  settings,
  shortcuts,
  thread,
  toasts,
  verdicts,
  welcome,
};
