import { CellFault } from './cell-faults.ts';
import { readDecimal } from './read-decimal.ts';

/** The most minutes of one person on one day. */
const MOST_MINUTES = 960;
const CLOCK = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/;
/** With seconds it is hours in any unit, as a workbook's times are. */
const CLOCK_WITH_SECONDS = /^\d{1,2}:[0-5]\d:[0-5]\d$/;
const PER_HOUR = 60;

/**
 * A time of work in whole minutes; `2,5`, `2:30` and, in minutes, `150` are the same.
 * Shape   text, its unit, decimal sign -> minutes or a fault
 * Unit    minute, 0 to 960; part of one is rounded to the nearest
 * Errors  CellFault NUMBER_UNREADABLE, MINUTES_OUT_OF_RANGE
 */
export function readMinutes(text: string, stated: 'minutes' | 'hours', sign: 'comma' | 'point' | null): number | CellFault {
  const unit = CLOCK_WITH_SECONDS.test(text) ? 'hours' : stated;
  const clock = unit === 'hours' ? CLOCK.exec(text) : null;
  const number = clock === null ? readDecimal(text, sign) : Number(clock[1]) + Number(clock[2]) / PER_HOUR;
  if (number instanceof CellFault) return number;
  const minutes = Math.round(unit === 'hours' ? number * PER_HOUR : number);
  return minutes >= 0 && minutes <= MOST_MINUTES ? minutes : new CellFault('MINUTES_OUT_OF_RANGE', { limit: MOST_MINUTES });
}
