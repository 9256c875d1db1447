import { useEffect, useState } from 'react';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';

/** How long it says that it copied, in milliseconds. */
const saidFor = 1_600;

type Props = {
  readonly messageId: string;
  /** What the button says: the code, or nothing more than "Copy" where the code stands beside it. */
  readonly code?: string;
  /** -1: reached with the pointer, or by the list's own keys. */
  readonly tabIndex?: 0 | -1;
};

/** Copies the code of a message, and nothing but the code. */
export function CopyCodeButton({ messageId, code, tabIndex = 0 }: Props) {
  const { codes } = useActions();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), saidFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const label = code === undefined ? texts.copy : texts.codes.copy(code);
  return (
    <Button
      icon={copied ? 'check' : 'copy'}
      size="small"
      tabIndex={tabIndex}
      onClick={() => void codes.copy(messageId).then(() => setCopied(true))}
    >
      {copied ? texts.copied : label}
    </Button>
  );
}
