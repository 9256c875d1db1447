import { useMemo } from 'react';
import { findCode } from '../../src/domain/code.ts';
import type { Message } from '../../src/domain/message.ts';
import { texts } from '../texts.ts';
import styles from './BubbleCode.module.css';
import { CopyCodeButton } from './CopyCodeButton.tsx';

/** Below a text that brings a one-time code: the code to copy, and the site it is for where the text says so. */
export function BubbleCode({ message: { id, direction, body } }: { readonly message: Message }) {
  const found = useMemo(() => (direction === 'inbound' ? findCode(body) : undefined), [direction, body]);
  if (found === undefined) return null;
  return (
    <div className={styles.code}>
      <CopyCodeButton messageId={id} code={found.code} tabIndex={-1} />
      {found.domain !== undefined && (
        <span className={styles.site}>
          <bdi>{texts.codes.boundTo(found.domain)}</bdi>
        </span>
      )}
    </div>
  );
}
