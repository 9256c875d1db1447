import { useEffect, useState } from 'react';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from './Button.tsx';

/** How long it says that it copied, in milliseconds. */
const saidFor = 1_600;

type CopyButtonProps = {
  /** A function where it is only worked out when it is asked for. */
  readonly text: string | (() => string);
  readonly label?: string;
};

export function CopyButton({ text, label = texts.copy }: CopyButtonProps) {
  const { lines } = useActions();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button
      icon={copied ? 'check' : 'copy'}
      size="small"
      onClick={() => void lines.copy(typeof text === 'string' ? text : text()).then(setCopied)}
    >
      <span aria-live="polite">{copied ? texts.copied : label}</span>
    </Button>
  );
}
