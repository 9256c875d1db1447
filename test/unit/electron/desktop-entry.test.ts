import fc from 'fast-check';
import { expect, test } from 'vitest';
import { desktopEntry } from '../../../electron/desktop-entry.ts';

/** Reads `Exec` as the Desktop Entry Specification says: first the escapes of a string value, then quotes, then field codes. */
function commandOf(entry: string): string[] {
  const value = /^Exec=(.*)$/m.exec(entry)?.[1] ?? '';
  const unescaped = value.replace(/\\([\\sntr])/g, (_all, code: string) => (code === '\\' ? '\\' : ' '));
  return [...unescaped.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) =>
    quoted.replace(/\\([\\"`$])/g, '$1').replaceAll('%%', '%'),
  );
}

test('the entry starts the program at login, with its arguments', () => {
  const entry = desktopEntry(['/opt/Texttray/texttray', '--hidden']);
  expect(entry).toBe(`[Desktop Entry]
Type=Application
Name=Texttray
Comment=Receive texts on this computer
Exec="/opt/Texttray/texttray" "--hidden"
Terminal=false
X-GNOME-Autostart-enabled=true
`);
});

test('any path survives the quoting', () => {
  const special = fc.constantFrom('"', '\\', '$', '`', '%', ' ', '%f', '\\s', 'ü', '日');
  const argument = fc.array(fc.oneof(fc.string({ maxLength: 5 }), special), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(argument, { minLength: 1, maxLength: 4 }), (command) => {
      expect(commandOf(desktopEntry(command))).toEqual(command);
    }),
  );
});
