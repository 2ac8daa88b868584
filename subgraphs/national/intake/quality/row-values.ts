import type { MappedRow } from '../quality-rule.ts';

type Values = MappedRow['values'];

/** The text of a field; null when it is empty or no text. */
export function textOf(values: Values, field: string): string | null {
  const value = values[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The number of a field, also where a data file has it as text; null when it is empty or no number. */
export function numberOf(values: Values, field: string): number | null {
  const value = values[field];
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return null;
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}

/** The day of a field that holds a day or an instant; days compare as texts. */
export function dayOf(values: Values, field: string): string | null {
  const text = textOf(values, field);
  return text === null || text.length === 10 ? text : text.slice(0, 10);
}
