import { type KeyboardEvent, useRef, useState } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import fields from '../ui/Field.module.css';
import { type EditedHeader, isMasked, movedHeader, newHeader } from './draft.ts';
import styles from './RequestEditor.module.css';
import { words } from './words.ts';

type HeaderRowsProps = {
  readonly headers: readonly EditedHeader[];
  readonly errorsAt: (place: number) => string | undefined;
  readonly onHeaders: (headers: readonly EditedHeader[]) => void;
};

/** Headers in the order in which they are sent. */
export function HeaderRows({ headers, errorsAt, onHeaders }: HeaderRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const focusField = (place: number): void => {
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('[data-name]')[place]?.focus());
  };
  const move = (header: EditedHeader, step: 1 | -1): boolean => {
    const moved = movedHeader(headers, header.id, step);
    if (moved === undefined) return false;
    onHeaders(moved);
    setSaid(words.moved(header.name || words.unnamed, moved.indexOf(header) + 1));
    return true;
  };
  const remove = (place: number): void => {
    onHeaders(headers.filter((_header, index) => index !== place));
    focusField(Math.max(0, place - 1));
  };
  const add = (): void => {
    onHeaders([...headers, newHeader()]);
    focusField(headers.length);
  };
  return (
    <div className={styles.part}>
      <h3 className={styles.label} id="lab-headers">
        {words.headers}
      </h3>
      <ul ref={list} className={styles.rows} aria-labelledby="lab-headers">
        {headers.map((header, place) => (
          <HeaderRow
            key={header.id}
            header={header}
            place={place}
            last={place === headers.length - 1}
            error={errorsAt(place)}
            onChange={(changes) => onHeaders(headers.map((each) => (each.id === header.id ? { ...each, ...changes } : each)))}
            onMove={(step) => move(header, step)}
            onRemove={() => remove(place)}
          />
        ))}
      </ul>
      <Button size="small" icon="plus" onClick={add}>
        {words.addHeader}
      </Button>
      <p className={styles.help}>{words.headersHelp}</p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

type HeaderRowProps = {
  readonly header: EditedHeader;
  readonly place: number;
  readonly last: boolean;
  readonly error: string | undefined;
  readonly onChange: (changes: Partial<EditedHeader>) => void;
  /** False: there is no further place. */
  readonly onMove: (step: 1 | -1) => boolean;
  readonly onRemove: () => void;
};

function HeaderRow({ header, place, last, error, onChange, onMove, onRemove }: HeaderRowProps) {
  const { id, name, value } = header;
  const named = name || words.unnamed;
  const masked = isMasked(value);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const field = {
    spellCheck: false,
    autoComplete: 'off',
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': `lab-header-${id}`,
  } as const;
  return (
    <li className={styles.row} onKeyDown={onKeyDown}>
      <input
        {...field}
        data-name=""
        className={classes(fields.input, styles.input)}
        aria-label={words.headerName(place + 1)}
        value={name}
        maxLength={200}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <span className={styles.value}>
        <input
          {...field}
          className={classes(fields.input, styles.input, masked && styles.kept)}
          aria-label={words.headerValue(place + 1)}
          title={masked ? words.maskedNote : undefined}
          value={value}
          readOnly={masked}
          maxLength={16_384}
          onChange={(event) => onChange({ value: event.target.value })}
        />
        {masked && <IconButton size="small" icon="edit" label={words.replaceMasked(named)} onClick={() => onChange({ value: '' })} />}
      </span>
      <span className={styles.tools}>
        <IconButton size="small" icon="up" label={words.moveUp(named)} disabled={place === 0} onClick={() => onMove(-1)} />
        <IconButton size="small" icon="down" label={words.moveDown(named)} disabled={last} onClick={() => onMove(1)} />
        <IconButton size="small" icon="close" label={words.removeHeader(named)} onClick={onRemove} />
      </span>
      <span id={`lab-header-${id}`} className={error === undefined ? 'visually-hidden' : styles.error}>
        {error ?? (masked ? words.maskedNote : '')}
      </span>
    </li>
  );
}
