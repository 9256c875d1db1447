import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { TunnelStatus } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';
import { settingsFor, storedSecrets, storedValues, type Way, type WayValues, wayInUse } from './ways.ts';

/** What a field of the form needs, by the path the contract knows it by. */
export type BindField = (path: string) => {
  readonly name: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly error: string | undefined;
  readonly autoComplete: 'off';
};

/** The form of one way to be reached: what is stored, what was typed over it, and what the core says to it. */
export function useWayForm(way: Way, tunnel: TunnelStatus, onDone: () => void) {
  const { reception } = useActions();
  const [typed, setTyped] = useState<WayValues>({});
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const values: WayValues = { ...storedValues(way, tunnel), ...typed };
  const set = (path: string, value: string): void => setTyped((before) => ({ ...before, [path]: value }));
  const bind: BindField = (path) => ({
    name: path,
    value: values[path] ?? '',
    onText: (text) => set(path, text),
    error: failure?.fields?.[path],
    autoComplete: 'off',
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await reception.configure(settingsFor(way, values));
    setBusy(false);
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setTyped({});
    onDone();
  };
  return {
    values,
    set,
    bind,
    busy,
    failure,
    submit,
    secrets: storedSecrets(tunnel.settings),
    inUse: wayInUse(tunnel) === way,
    changed: Object.keys(typed).length > 0,
  };
}

export type WayFormState = ReturnType<typeof useWayForm>;
