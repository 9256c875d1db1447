/**
 * What time it is where a number is from. A guess: numbers travel with people. Where a country has several times and the
 * number does not tell which, the earliest and the latest are given.
 * @module
 */
import { regionOf } from '../region.ts';
import { zoneOfAreaCode } from './area-codes.ts';

export type LocalTime = {
  /** Minutes that must be added to UTC, at the earliest and the latest place it may be. */
  readonly earliest: number;
  readonly latest: number;
};

/** Countries with small parts in another zone: nearly all their people live by this one. */
const mainZones: Readonly<Record<string, string>> = {
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  ES: 'Europe/Madrid',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  UA: 'Europe/Kiev',
  UZ: 'Asia/Tashkent',
  VN: 'Asia/Ho_Chi_Minh',
};

/** The zones a number may be from; empty for short codes, names and numbers of no country. */
export function zonesOf(number: string): readonly string[] {
  const region = regionOf(number);
  if (region === '') return [];
  const byAreaCode = number.startsWith('+1') ? zoneOfAreaCode(number.slice(2, 5)) : undefined;
  const main = byAreaCode ?? mainZones[region];
  return main === undefined ? timeZonesIn(region) : [main];
}

/** The local time there, `undefined` when nothing is known. `zone`: the one the user set for a contact. */
export function localTimeOf(number: string, at: Date, zone?: string): LocalTime | undefined {
  const candidates = zone === undefined || !isZone(zone) ? zonesOf(number) : [zone];
  if (candidates.length === 0) return undefined;
  const offsets = candidates.map((candidate) => offsetIn(candidate, at));
  return { earliest: Math.min(...offsets), latest: Math.max(...offsets) };
}

/** Minutes of the day, 0 to 1,439, at an offset. */
export function minutesAt(offset: number, at: Date): number {
  const minutes = at.getUTCHours() * 60 + at.getUTCMinutes() + offset;
  return ((minutes % 1_440) + 1_440) % 1_440;
}

/** Whether people there are likely asleep: from nine in the evening to eight in the morning, anywhere it may be. */
export function isNightThere({ earliest, latest }: LocalTime, at: Date): boolean {
  return [earliest, latest].some((offset) => {
    const minutes = minutesAt(offset, at);
    return minutes < 8 * 60 || minutes >= 21 * 60;
  });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes that must be added to UTC in a zone at a moment. */
export function offsetIn(zone: string, at: Date): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const match = /^GMT([+-])(\d{1,2}):?(\d{2})?/.exec(name);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Newer than the compiler's list of what a locale knows. */
type LocaleWithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined };

const byRegion = new Map<string, readonly string[]>();

function timeZonesIn(region: string): readonly string[] {
  const known = byRegion.get(region);
  if (known !== undefined) return known;
  const locale: LocaleWithZones = new Intl.Locale('und', { region });
  const zones = locale.getTimeZones?.() ?? [];
  byRegion.set(region, zones);
  return zones;
}
