import { describe, expect, it } from 'vitest';
import { isNightThere, localTimeOf, minutesAt, offsetIn, zonesOf } from '../../../../src/domain/zone/zone.ts';

const winter = new Date('2026-01-15T12:00:00Z');
const summer = new Date('2026-07-15T12:00:00Z');

describe('the zone of a number', () => {
  it.each([
    ['+14155550123', 'America/Los_Angeles'],
    ['+12125550123', 'America/New_York'],
    ['+16045550123', 'America/Vancouver'],
    ['+493012345678', 'Europe/Berlin'],
    ['+33612345678', 'Europe/Paris'],
    ['+442079460018', 'Europe/London'],
    ['+911234567890', 'Asia/Calcutta'],
  ])('%s is in %s', (number, zone) => {
    expect(zonesOf(number)).toEqual([zone]);
  });

  it('is not known for short codes, names and numbers of no country', () => {
    for (const address of ['72345', 'GOOGLE', '+88312345678', '']) expect(zonesOf(address)).toEqual([]);
  });

  it('is one of several in large countries', () => {
    for (const number of ['+61412345678', '+79161234567', '+5511912345678']) expect(zonesOf(number).length).toBeGreaterThan(1);
  });
});

describe('the time there', () => {
  it('follows summer time', () => {
    expect(localTimeOf('+14155550123', winter)).toEqual({ earliest: -480, latest: -480 });
    expect(localTimeOf('+14155550123', summer)).toEqual({ earliest: -420, latest: -420 });
    expect(offsetIn('Asia/Calcutta', winter)).toBe(330);
    expect(offsetIn('America/St_Johns', winter)).toBe(-210);
    expect(offsetIn('Europe/London', winter)).toBe(0);
  });

  it('is a range where the number does not tell where in a large country it is', () => {
    const time = localTimeOf('+61412345678', winter);
    expect(time?.earliest).toBe(480);
    expect(time?.latest).toBeGreaterThanOrEqual(660);
  });

  it('is that of the zone the user set, unless there is no such zone', () => {
    expect(localTimeOf('+14155550123', winter, 'Asia/Tokyo')).toEqual({ earliest: 540, latest: 540 });
    expect(localTimeOf('+14155550123', winter, 'Nowhere/At_All')).toEqual({ earliest: -480, latest: -480 });
  });

  it('is night from nine to eight, anywhere it may be', () => {
    expect(minutesAt(-480, winter)).toBe(4 * 60);
    expect(isNightThere({ earliest: -480, latest: -480 }, winter)).toBe(true);
    expect(isNightThere({ earliest: 60, latest: 60 }, winter)).toBe(false);
    expect(isNightThere({ earliest: 60, latest: 600 }, winter)).toBe(true);
    expect(minutesAt(780, new Date('2026-01-15T23:00:00Z'))).toBe(12 * 60);
  });
});
