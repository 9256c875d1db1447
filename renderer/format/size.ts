import { locale } from '../texts.ts';

const bytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
const megabytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
const kilobytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 });

/** A number of bytes for people: `312 bytes`, `4.2 kB`, `25 MB`. */
export function formatBytes(count: number): string {
  if (count >= 1_000_000) return megabytes.format(count / 1_000_000);
  return count < 1_000 ? bytes.format(count) : kilobytes.format(count / 1_000);
}
