import styles from './Logo.module.css';

/** The product's sign: a speech bubble that is a tray. */
export function Logo({ size = 26 }: { readonly size?: 26 | 56 }) {
  return (
    <svg className={styles.logo} width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect className={styles.ground} width="64" height="64" rx="17" />
      <path
        className={styles.bubble}
        d="M16 16h32a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6H32l-9.500 8.500a1 1 0 0 1-1.700-.8V42H16a6 6 0 0 1-6-6V22a6 6 0 0 1 6-6Z"
      />
      <path className={styles.tray} d="M19 28.500h7.500l2.500 4.500h6l2.500-4.500H45" />
    </svg>
  );
}
