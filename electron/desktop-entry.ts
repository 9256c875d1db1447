/**
 * The file that starts a program when a Linux desktop opens.
 * @module
 */

/** A desktop entry (freedesktop.org, "Desktop Entry Specification" 1.5) that starts the command at login. */
export function desktopEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Texttray',
    'Comment=Receive texts on this computer',
    `Exec=${command.map(quoteForExec).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** Inside quotes four characters are escaped; the value of a key doubles backslashes once more; `%` starts a field code. */
function quoteForExec(argument: string): string {
  const quoted = argument.replace(/[\\"`$]/g, '\\$&').replaceAll('%', '%%');
  return `"${quoted.replaceAll('\\', '\\\\')}"`;
}
