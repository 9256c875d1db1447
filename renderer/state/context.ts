/**
 * What every action works with.
 * @module
 */
import type { Failure } from '../../src/contract/errors.ts';
import type { Call } from '../bridge.ts';
import type { Toast } from './model.ts';
import type { WindowStore } from './store.ts';

export type ActionContext = {
  readonly store: WindowStore;
  readonly call: Call;
  /** Runs a task later; the returned function takes it back. */
  readonly after: (milliseconds: number, task: () => void) => () => void;
  readonly toasts: ToastActions;
};

export type ToastActions = {
  show(toast: Omit<Toast, 'id'>): number;
  dismiss(id: number): void;
  /** Shows a failure that no form stands beside. */
  report(failure: Failure): void;
};

/** How long a toast stays, in milliseconds; one with an action as long as the action can be taken. */
export const toastStays = 5_000;

export function createToasts({ store, after }: Pick<ActionContext, 'store' | 'after'>): ToastActions {
  let last = 0;
  function dismiss(id: number): void {
    store.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
  }
  function show(toast: Omit<Toast, 'id'>): number {
    last += 1;
    const id = last;
    store.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { ...toast, id }] }));
    after(toastStays, () => dismiss(id));
    return id;
  }
  return {
    show,
    dismiss,
    report: ({ message, action }) => void show({ tone: 'bad', title: message, ...(action !== undefined && { text: `${action}.` }) }),
  };
}
