import { useDeferredValue, useId, useMemo } from 'react';
import type { LabRequest } from '../../src/contract/lab.ts';
import { formatBytes } from '../format/size.ts';
import { classes } from '../ui/classes.ts';
import fields from '../ui/Field.module.css';
import { Icon } from '../ui/icons.tsx';
import { type BodyHint, hintFor } from './body-hint.ts';
import styles from './RequestEditor.module.css';
import { words } from './words.ts';

/** Longer texts make a field slow: they are sent whole, and only looked at. */
const mostEditable = 200_000;
const excerptOf = 4_000;

type BodyEditorProps = { readonly body: LabRequest['body']; readonly contentType: string; readonly onText: (text: string) => void };

export function BodyEditor({ body, contentType, onText }: BodyEditorProps) {
  const id = useId();
  const text = body.kind === 'text' ? body.text : body.base64;
  if (body.kind === 'base64' || text.length > mostEditable) {
    const note = body.kind === 'base64' ? words.binary : words.tooLong(formatBytes(text.length));
    return (
      <div className={styles.part}>
        <h3 className={styles.label}>{words.body}</h3>
        <p className={styles.help}>{note}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <section className={styles.excerpt} tabIndex={0} aria-label={words.body}>
          {text.slice(0, excerptOf)}
          {text.length > excerptOf && '…'}
        </section>
      </div>
    );
  }
  return (
    <div className={styles.part}>
      <div className={styles.bodyHead}>
        <label className={styles.label} htmlFor={id}>
          {words.body}
        </label>
        <Hint text={text} contentType={contentType} />
      </div>
      <textarea
        id={id}
        className={classes(fields.input, styles.body)}
        rows={rowsFor(text)}
        value={text}
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}

/** Whether what is typed is what its content type says. */
function Hint({ text, contentType }: { readonly text: string; readonly contentType: string }) {
  const settled = useDeferredValue(text);
  const hint = useMemo(() => hintFor(settled, contentType), [settled, contentType]);
  const said = wordsOf(hint);
  if (said === undefined) return null;
  const tone = hint.kind === 'json' ? 'good' : hint.kind === 'not-json' ? 'warn' : 'plain';
  return (
    <p className={styles.hint} data-tone={tone} role="status">
      {tone !== 'plain' && <Icon name={tone === 'good' ? 'check' : 'alert'} size={16} />}
      {said}
    </p>
  );
}

function wordsOf(hint: BodyHint): string | undefined {
  switch (hint.kind) {
    case 'empty':
      return words.emptyBody;
    case 'json':
      return words.validJson;
    case 'not-json':
      return words.notJson(hint.line, hint.column, hint.expected);
    case 'form':
      return words.formPairs(hint.pairs);
    case 'text':
      return undefined;
  }
}

function rowsFor(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines < 16; at = text.indexOf('\n', at + 1)) lines += 1;
  return Math.max(6, lines + 1);
}
