/**
 * How the window is told of lines and messages that are new or changed: many changes of one thing as one.
 * @module
 */
import type { Line } from '../domain/line.ts';
import type { Message } from '../domain/message.ts';
import type { LineBook } from './line-book.ts';
import type { LineViewer } from './line-view.ts';
import type { MessageLog } from './ports.ts';
import type { Announcer } from './state.ts';

type Dependencies = {
  readonly announcer: Announcer;
  readonly lines: Pick<LineBook, 'any'>;
  readonly view: LineViewer;
  readonly messages: Pick<MessageLog, 'totals' | 'conversation'>;
};

export function createTellingWindow({ announcer, lines, view, messages }: Dependencies) {
  return {
    ofLine(line: Line): void {
      announcer.later(`line ${line.id}`, () => {
        const present = lines.any(line.id);
        return present && { kind: 'line', line: view(present) };
      });
    },
    /** With its conversation and the totals. */
    ofMessage(message: Message): void {
      const { conversationId } = message;
      announcer.change({ kind: 'message', message });
      announcer.later('totals', () => ({ kind: 'totals', totals: messages.totals() }));
      announcer.later(`conversation ${conversationId}`, () => {
        const conversation = messages.conversation(conversationId);
        return conversation && { kind: 'conversation', conversation };
      });
    },
  };
}
