/**
 * Why a file could not be read or written.
 * @module
 */
import type { Phrases } from '../../said.ts';

export const exchange: Phrases = {
  'The import ended before its end.': 'Der Import wurde nicht fertig.',
  'What was imported until then stays.': 'Was bis dahin importiert wurde, bleibt.',
  'This is not a file.': 'Das ist keine Datei.',
  'The disk is full.': 'Der Datenträger ist voll.',
  'Your share of the disk is used up.': 'Ihr Anteil am Datenträger ist aufgebraucht.',
  'The disk takes no file this large.': 'Der Datenträger nimmt keine so große Datei auf.',
  'Texttray has no permission there.': 'Texttray hat dort keine Berechtigung.',
  'Nothing can be written there.': 'Dort kann nichts geschrieben werden.',
  'The folder or file is not there any more.': 'Den Ordner oder die Datei gibt es nicht mehr.',
  'There is a folder of that name.': 'Es gibt dort einen Ordner dieses Namens.',
  'Another program is using the file.': 'Ein anderes Programm benutzt die Datei.',
  'The disk reports an error.': 'Der Datenträger meldet einen Fehler.',
  'The name is too long.': 'Der Name ist zu lang.',
};
