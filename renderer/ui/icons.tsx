/**
 * The window's own icons: 20 × 20, drawn with one stroke, coloured by the text around them. They are decoration: whoever
 * uses one says in words what it means.
 * @module
 */
import styles from './icons.module.css';

const paths = {
  inbox:
    'M3 11.5 5 4.6a1.5 1.5 0 0 1 1.4-1.1h7.2A1.5 1.5 0 0 1 15 4.6l2 6.9v3.5A1.5 1.5 0 0 1 15.5 16.5h-11A1.5 1.5 0 0 1 3 15v-3.5Zm0 0h4l1 2h4l1-2h4',
  archive: 'M3 4h14v3.5H3V4Zm1 3.5h12V15a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 15V7.5ZM8 11h4',
  deliveries: 'M4 5h12M4 10h12M4 15h7m3 0 1.5 1.5L18 13.5',
  settings:
    'M10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM10 2.5v2m0 11v2m7.5-7.5h-2m-11 0h-2m12.8-5.3-1.4 1.4m-7.8 7.8-1.4 1.4m10.6 0-1.4-1.4M6.1 6.1 4.7 4.7',
  plus: 'M10 4v12M4 10h12',
  compose: 'M9 4H5a1.5 1.5 0 0 0-1.5 1.5v9.5A1.5 1.5 0 0 0 5 16.5h9.5A1.5 1.5 0 0 0 16 15v-4M8 12l.5-2.5L15 3l2 2-6.5 6.5L8 12Z',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm4-1.5 3.5 3.5',
  close: 'm5 5 10 10M15 5 5 15',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  menu: 'M3.5 6h13m-13 4h13m-13 4h13',
  more: 'M4.6 10h.8M9.6 10h.8M14.6 10h.8',
  send: 'M3.5 10 16.5 3.8 12.6 16.5l-3-5.1L3.5 10Zm6.1 1.4 3-3.4',
  copy: 'M7 7h8.5v9.5H7V7ZM4.5 13V3.5H13',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  checks: 'm2 10.5 3.3 3.5 6.7-8M9 13l1 1 7-8',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-11v4l2.5 1.5',
  alert: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-10.5V11m0 2.5h.01',
  question: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8 8.3c0-1.2.9-2 2-2s2 .8 2 1.9c0 1.5-2 1.6-2 3.1m0 2.2h.01',
  slash: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM5.2 5.2l9.6 9.6',
  pin: 'm8 3.5 5.5-.5 3.5 3.5-.5 1-1.5.5-3 3-.5 3-1 .5L4.5 9l.5-1 3-.5 3-3M7 13l-3.5 3.5',
  mute: 'M10 3.5a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 5h9.5M16 13s-1.5-1-1.5-5a4.5 4.5 0 0 0-1.5-3.3M8.5 16h3M3 3l14 14',
  bell: 'M10 3.5a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 5h12s-1.5-1-1.5-5A4.5 4.5 0 0 0 10 3.5ZM8.5 16h3',
  unread: 'M3.5 5h9M3.5 5v10.5h13V9M3.5 5.5 10 11l2.5-2M16 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  trash: 'M4 5.5h12M8 5.5V4a.5.5 0 0 1 .5-.5h3a.5.5 0 0 1 .5.5v1.5m-6.5 0 .7 10.5h7.6l.7-10.5M8.5 8.5v4.5m3-4.5v4.5',
  retry: 'M15.5 8A6 6 0 1 0 16 11M16 4v4h-4',
  down: 'M10 4v11m-5-5 5 5 5-5',
  chevron: 'm5.5 8 4.5 4.5L14.5 8',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.7-2.7a3 3 0 0 0-4.3-4.3l-1 1m1.3 3a3 3 0 0 0-4.3 0L4.5 11.2a3 3 0 0 0 4.3 4.3l1-1',
  attach: 'm15.5 9.5-5.7 5.7a3.5 3.5 0 0 1-5-5L11 4a2.4 2.4 0 0 1 3.4 3.4l-6 6a1.2 1.2 0 0 1-1.7-1.7l5.3-5.3',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Zm7.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  eyeOff:
    'M7.5 5.4A8 8 0 0 1 10 5c5 0 7.5 5 7.5 5a13 13 0 0 1-2.3 2.9M5.3 6.5A13 13 0 0 0 2.5 10S5 15 10 15a7.6 7.6 0 0 0 3.6-.9M8.6 8.6a2 2 0 0 0 2.8 2.8M3 3l14 14',
  phone: 'M6.5 2.5h7A1.5 1.5 0 0 1 15 4v12a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 5 16V4a1.5 1.5 0 0 1 1.5-1.5ZM9 15h2',
  wave: 'M4 10a6 6 0 0 1 12 0M6.5 10a3.5 3.5 0 0 1 7 0M10 10v7',
  stop: 'M7 3h6l4 4v6l-4 4H7l-4-4V7l4-4Zm-1 7h8',
  pause: 'M7 4.5v11m6-11v11',
  play: 'M6.5 4.5v11l9-5.5-9-5.5Z',
  key: 'M12.5 11a3.8 3.8 0 1 0-3.6-2.6L3.5 13.8v2.7h2.7v-2h2v-2l1.9-1.9c.7.3 1.5.4 2.4.4Zm1-4.6h.01',
  keyboard: 'M3 5.5h14v9H3v-9Zm3 3h.01m3.99 0h.01m2.99 0h.01M6 11.5h8',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: 14 | 16 | 20 | 24 | 32 }) {
  return (
    <svg className={styles.icon} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
