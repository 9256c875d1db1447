import { words } from '../words.ts';
import { bytesPerRow, hexRow } from './hex-rows.ts';
import { Rows, useColumns } from './Rows.tsx';
import styles from './views.module.css';

/** Each byte, with the place of the first of a row before them and what is ASCII behind them. */
export function HexView({ bytes }: { readonly bytes: Uint8Array }) {
  const [columns, room] = useColumns();
  const perRow = bytesPerRow(columns);
  return (
    <Rows
      label={words.body.shown}
      count={Math.ceil(bytes.length / perRow)}
      room={room}
      wanted={null}
      render={(index) => {
        const { offset, hex, text } = hexRow(bytes, index, perRow);
        return (
          <>
            <span className={styles.offset}>{offset}</span>
            <span style={{ width: `${perRow * 3 + 1}ch` }}>{hex}</span>
            <span className={styles.ascii}>{text}</span>
          </>
        );
      }}
    />
  );
}
