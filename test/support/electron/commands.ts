/**
 * What a test does to the desktop, as messages over the channel between parent and child process.
 * @module
 */
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { handleCall } from './calls.ts';
import { createEvent, desktop, live } from './desktop.ts';
import { app } from './lifecycle.ts';
import { choose } from './menus.ts';
import type { Command, CommandMessage, FromStandIn, NativeState } from './native-state.ts';
import { hand } from './notifications.ts';
import { clipboard, pickNext, powerMonitor, pressShortcut } from './small-parts.ts';
import { theWindow } from './windows.ts';

async function run(command: Command): Promise<unknown> {
  switch (command.do) {
    case 'native':
      return desktop satisfies NativeState;
    case 'click-notification':
      return hand.click(command.notification);
    case 'dismiss-notification':
      return hand.dismiss(command.notification);
    case 'reply-to-notification':
      return hand.reply(command.notification, command.text);
    case 'activate-notification':
      return hand.activate(command.type, command.tag, command.text);
    case 'act-on-notification':
      return hand.act(command.notification);
    case 'press-shortcut':
      return pressShortcut(command.accelerator);
    case 'copy-elsewhere':
      return clipboard.writeText(command.text);
    case 'click-tray':
      return live.trayEvents?.emit('click', {}, { x: 0, y: 0, width: 16, height: 16 }, { x: 0, y: 0 });
    case 'choose-tray-item':
      return choose(live.trayMenu ?? [], command.labels);
    case 'choose-menu-item':
      return choose(live.applicationMenu ?? [], command.labels);
    case 'power':
      return powerMonitor.emit(command.event);
    case 'second-instance':
      return app.emit('second-instance', createEvent({}), [process.execPath, ...command.args], process.cwd(), null);
    case 'pick-file':
      return pickNext(command.path);
    case 'close-window':
      return theWindow().window.close();
    case 'quit':
      return app.quit();
    case 'ask-permission':
      return theWindow().page.session.allows(command.permission, command.url);
    case 'invoke-as': {
      const { url, isMainFrame, channel, args } = command;
      return handleCall({ url, isMainFrame, contents: theWindow().page.contents }, channel, args);
    }
    case 'crash-page':
      return theWindow().window.webContents.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 139 });
    case 'collect-garbage':
      return collectGarbage();
  }
}

/** Several rounds: weak references are kept until the turn that read them is over. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
}

/** Begins to listen. */
export function takeCommands(): void {
  process.on('message', ({ number, command }: CommandMessage) => {
    run(command).then(
      (value) => answer({ kind: 'answer', number, value: value ?? null }),
      (error: unknown) => answer({ kind: 'refusal', number, message: error instanceof Error ? error.message : String(error) }),
    );
  });
  // Nobody is left to look at it.
  process.on('disconnect', () => app.exit(1));
}

function answer(message: FromStandIn): void {
  if (process.connected) process.send?.(message);
}
