const MS_PER_DAY = 86_400_000;

/** A day as the number of days since 1970-01-01. */
export type Day = number;

export const dayOf = (year: number, month: number, date: number): Day => Math.round(Date.UTC(year, month - 1, date) / MS_PER_DAY);

/** Year, month and day of the month. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const instant = new Date(day * MS_PER_DAY);
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, date: instant.getUTCDate() };
}

/** The day of the n-th birthday; 29 February is kept on 1 March in other years. */
export function birthday(born: Day, years: number): Day {
  const { year, month, date } = partsOf(born);
  return dayOf(year + years, month, date);
}

/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;
