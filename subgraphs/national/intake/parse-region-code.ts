import { isCalendarDate } from '../../contract/periods/calendar-date.ts';

export interface StoredRegionCode {
  readonly system: string;
  readonly value: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Reads `ISO_3166_2 KZ-KUS ../2022-11-29`: system, code, days between which it is in force; null when it is nothing of that. */
export function parseRegionCode(text: string): StoredRegionCode | null {
  const [system, value, days, ...rest] = text.split(' ');
  const [from, to, ...more] = days?.split('/') ?? [];
  if (!system || !value || !isSide(from) || !isSide(to) || rest.length > 0 || more.length > 0) return null;
  return { system, value, validFrom: from === '..' ? null : from, validTo: to === '..' ? null : to };
}

function isSide(text: string | undefined): text is string {
  return text !== undefined && (text === '..' || isCalendarDate(text));
}
