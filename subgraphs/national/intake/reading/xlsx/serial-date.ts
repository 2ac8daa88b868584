const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** 9999-12-31 counted from 1900, and from 1904: no spreadsheet shows a later day. */
const LAST_SERIAL = 2_958_465;
const LAST_SERIAL_1904 = 2_957_003;
/** The day before the first of each epoch. */
const BEFORE_1900 = Date.UTC(1899, 11, 31);
const START_1904 = Date.UTC(1904, 0, 1);
/** 29.02.1900 never was; spreadsheets count it all the same. */
export const FALSE_LEAP_DAY = 60;

/**
 * The day, and the time where there is one, of a serial number.
 * Shape   45292 -> 2024-01-01, 45292.5 -> 2024-01-01T12:00:00; null where there is no such day
 * Unit    days since 1900-01-01 (day 1) or since 1904-01-01 (day 0)
 */
export function serialDate(serial: number, isEpoch1904: boolean): string | null {
  // A spreadsheet counts with fifteen digits: what a sum leaves behind them is no time before midnight.
  const counted = Number.isInteger(serial) ? serial : Number(serial.toPrecision(15));
  const day = Math.floor(counted);
  if (isEpoch1904 ? !(day >= 0 && day <= LAST_SERIAL_1904) : !(day >= 1 && day <= LAST_SERIAL && day !== FALSE_LEAP_DAY)) return null;
  // The last half second of a day is not yet the next.
  const seconds = Math.min(Math.round((counted - day) * DAY_SECONDS), DAY_SECONDS - 1);
  const start = isEpoch1904 ? START_1904 : BEFORE_1900;
  const real = !isEpoch1904 && day > FALSE_LEAP_DAY ? day - 1 : day;
  const date = new Date(start + real * DAY_MS).toISOString().slice(0, 10);
  return seconds === 0 ? date : `${date}T${clock(seconds)}`;
}

/**
 * A time of day or a duration.
 * Shape   0.75 -> 18:00:00, 1.5 -> 36:00:00; null when negative
 * Unit    days
 */
export function serialTime(serial: number): string | null {
  return serial < 0 || serial > LAST_SERIAL ? null : clock(Math.round(serial * DAY_SECONDS));
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
