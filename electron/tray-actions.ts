/**
 * What the tray's menu does.
 * @module
 */
import { app, clipboard } from 'electron';
import type { Handlers } from '../src/contract/methods.ts';
import type { Navigate } from '../src/contract/state.ts';
import type { Logger } from '../src/core/ports.ts';
import { assertNever } from '../src/domain/result.ts';
import type { TrayAction } from './tray-view.ts';

type Options = {
  readonly handlers: Pick<Handlers, 'reception.pause' | 'reception.resume' | 'tunnel.start'>;
  readonly copyLatestCode: () => void;
  /** Shows the window, with a page when one is given. */
  readonly open: (page?: Navigate['to']) => void;
  readonly logger: Logger;
};

export function createTrayActions({ handlers, copyLatestCode, open, logger }: Options): (action: TrayAction) => void {
  const act = async (action: TrayAction): Promise<unknown> => {
    switch (action.do) {
      case 'open':
        return open();
      case 'compose':
      case 'settings':
        return open({ page: action.do });
      case 'conversation':
        return open({ page: 'conversation', id: action.id });
      case 'copy':
        return clipboard.writeText(action.text);
      case 'copy-code':
        return copyLatestCode();
      case 'pause':
        return handlers['reception.pause']({});
      case 'resume':
        return handlers['reception.resume']({});
      case 'switch-on':
        return handlers['tunnel.start']({});
      case 'quit':
        return app.quit();
      default:
        return assertNever(action);
    }
  };
  return (action) => {
    act(action).catch((error: unknown) => logger.error('tray.action-failed', { action: action.do, error }));
  };
}
