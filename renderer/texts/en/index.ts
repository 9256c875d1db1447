/**
 * Everything the window says by itself, in English: the form every other language fills in. Words of a new part of the
 * window go into a file of their own here and in each other language.
 * @module
 */
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
import { reasons, said, verdicts } from './said.ts';
import { search } from './search.ts';
import { sending } from './sending.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { thread } from './thread.ts';
import { toasts } from './toasts.ts';
import { empty, welcome } from './welcome.ts';

export const en = {
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
