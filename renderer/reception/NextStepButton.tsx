import { useState } from 'react';
import type { TunnelStatus } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import type { IconName } from '../ui/icons.tsx';
import { useBusy } from '../ui/useBusy.ts';
import { HostKeyDialog } from './HostKeyDialog.tsx';
import type { NextStep } from './next-step.ts';

const words = texts.reception.steps;

export type NextStepProps = {
  readonly step: NextStep;
  readonly tunnel: TunnelStatus;
  /** Shows the ways to choose from. */
  readonly onChoose: () => void;
  /** Shows the field with this path of the way in use. */
  readonly onEnter: (field: string) => void;
};

const icons: Record<NextStep['do'], IconName> = {
  resume: 'play',
  'switch-on': 'play',
  'try-now': 'retry',
  check: 'wave',
  'make-reachable': 'wave',
  'compare-keys': 'key',
  choose: 'wave',
  enter: 'settings',
};

/** The button that does what the sentence beside it says is to be done. */
export function NextStepButton({ step, tunnel, onChoose, onEnter }: NextStepProps) {
  const { reception } = useActions();
  const [busy, during] = useBusy();
  const [comparing, setComparing] = useState(false);
  const keys = tunnel.failure?.hostKeys;
  const tasks = {
    resume: reception.resume,
    'switch-on': reception.start,
    'try-now': reception.start,
    check: reception.check,
    'make-reachable': reception.makeReachable,
  } as const;
  const act = (): void => {
    if (step.do === 'enter') onEnter(step.field);
    else if (step.do === 'choose') onChoose();
    else if (step.do === 'compare-keys') setComparing(true);
    else during(tasks[step.do]);
  };
  const works = tunnel.reception === 'receiving' || tunnel.reception === 'degraded';
  return (
    <>
      <Button tone={works ? 'plain' : 'primary'} icon={icons[step.do]} busy={busy} onClick={act}>
        {busy && step.do === 'check' ? words.checking : words[step.do]}
      </Button>
      {comparing && keys && <HostKeyDialog keys={keys} onClose={() => setComparing(false)} />}
    </>
  );
}
