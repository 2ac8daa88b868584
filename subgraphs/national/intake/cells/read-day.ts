import { daysInMonth } from '../../../contract/periods/calendar-date.ts';
import type { DateForm } from '../mapping/mapping.ts';
import { CellFault } from './cell-faults.ts';
import { monthOf } from './month-words.ts';

export interface DayOptions {
  /** Beside `iso`, which is always read. */
  readonly forms: readonly DateForm[];
  /** IANA zone in which an instant with an offset has its day. */
  readonly timeZone: string;
  /** Day of the import, YYYY-MM-DD: a year of two digits is not later. */
  readonly today: string;
}

/** Forms that mean one day only; the others are taken when a mapping names them. */
export const usualDateForms: readonly DateForm[] = ['iso', 'dd.mm.yyyy', 'dd.mm.yy', 'dd month yyyy'];

// A time of day may follow, and is left out: no record needs the hour.
const TIME = String.raw`(?:(?:,?\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)?`;
const ISO = new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${TIME}$`);
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const DAY_FIRST = new RegExp(`^(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:\\s*(?:г|ж|y)\\.?)?${TIME}$`);
const MONTH_FIRST = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${TIME}$`);
const WORDED = new RegExp(
  `^(\\d{1,2})[\\s.-]+([\\p{L}ʻʼ'’‘]+)\\.?[\\s,.-]+(\\d{4})(?:\\s*(?:г|ж|y)\\.?|\\s*(?:года|жыл|жылы|yil))?${TIME}$`,
  'u',
);
const SERIAL = /^(\d{1,7})(?:[.,]\d+)?$/;
const LAST_YEAR = 9999;
const MS_PER_DAY = 86_400_000;
/** Serial 60 is 29.02.1900, a day that Excel counts and that never was. */
const FALSE_LEAP_DAY = 60;
/** 9999-12-31, by either way of counting. */
const LAST_SERIALS = { 'excel-1900': 2_958_465, 'excel-1904': 2_957_003 };

/**
 * The day that a cell means.
 * Shape   text, accepted forms -> YYYY-MM-DD or a fault
 * Errors  CellFault DAY_UNREADABLE, DAY_IMPOSSIBLE
 */
export function readDay(text: string, options: DayOptions): string | CellFault {
  const { forms, timeZone, today } = options;
  for (const form of forms) {
    const day = readForm(form, text, timeZone, today);
    if (day !== null) return day;
  }
  // A day of ISO means one day whatever a mapping lists: dates of workbooks stand so among refused rows.
  const day = forms.includes('iso') ? null : readForm('iso', text, timeZone, today);
  return day ?? new CellFault('DAY_UNREADABLE', { accepted: forms.includes('iso') ? forms : [...forms, 'iso'] });
}

function readForm(form: DateForm, text: string, timeZone: string, today: string): string | CellFault | null {
  switch (form) {
    case 'iso': {
      const instant = INSTANT.exec(text);
      return instant === null ? fromParts(ISO.exec(text), [1, 2, 3]) : dayOfInstant(instant, timeZone);
    }
    case 'dd.mm.yyyy': {
      const parts = DAY_FIRST.exec(text);
      return parts?.[4]?.length === 4 ? fromParts(parts, [4, 3, 1]) : null;
    }
    case 'dd.mm.yy': {
      const parts = DAY_FIRST.exec(text);
      if (parts?.[4]?.length !== 2) return null;
      const century = Number(parts[4]) <= Number(today.slice(2, 4)) ? 2000 : 1900;
      return dayOf(century + Number(parts[4]), Number(parts[3]), Number(parts[1]));
    }
    case 'dd month yyyy': {
      const parts = WORDED.exec(text);
      const month = monthOf(parts?.[2] ?? '');
      return parts === null || month === null ? null : dayOf(Number(parts[3]), month, Number(parts[1]));
    }
    case 'mm/dd/yyyy':
      return fromParts(MONTH_FIRST.exec(text), [3, 1, 2]);
    case 'excel-1900':
    case 'excel-1904':
      return fromSerial(form, SERIAL.exec(text)?.[1]);
  }
}

function fromParts(parts: RegExpExecArray | null, [year, month, day]: readonly [number, number, number]): string | CellFault | null {
  return parts === null ? null : dayOf(Number(parts[year]), Number(parts[month]), Number(parts[day]));
}

function dayOf(year: number, month: number, day: number): string | CellFault {
  const isDay = year > 0 && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (!isDay) return new CellFault('DAY_IMPOSSIBLE');
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function fromSerial(form: 'excel-1900' | 'excel-1904', digits: string | undefined): string | CellFault | null {
  if (digits === undefined) return null;
  const serial = Number(digits);
  const is1904 = form === 'excel-1904';
  if (serial > LAST_SERIALS[form] || (!is1904 && (serial === 0 || serial === FALSE_LEAP_DAY))) return new CellFault('DAY_IMPOSSIBLE');
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial > FALSE_LEAP_DAY ? 30 : 31);
  return new Date(first + serial * MS_PER_DAY).toISOString().slice(0, 10);
}

const zones = new Map<string, Intl.DateTimeFormat>();

function dayOfInstant(parts: RegExpExecArray, timeZone: string): string | CellFault {
  // Its own day first: Date takes a 31st of February for the 2nd of March.
  const written = fromParts(parts, [1, 2, 3]);
  if (written instanceof CellFault) return written;
  const instant = new Date(parts[0].replace(' ', 'T'));
  if (Number.isNaN(instant.getTime())) return new CellFault('DAY_IMPOSSIBLE');
  const zone = zones.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  zones.set(timeZone, zone);
  const [year = 0, month = 0, day = 0] = zone.format(instant).split('-').map(Number);
  return dayOf(year, month, day);
}
