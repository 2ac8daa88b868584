import { type Row, rowAt, textAt } from './row-values.ts';

/** The fields of a region that a row refers to, to be asked under the alias `birge_region`, or another name for `field`. */
export const regionRefFields = (alias: string, field: string): string => `${alias}: ${field} { iso national nationalSystem name }`;

/**
 * What tells a region from others: its ISO code, else its owner's code, else its name. A region without an ISO code is a region
 * all the same, so it must not pass for the whole country.
 * Shape   row, alias -> key, or null when the row names no region
 * Source  schema/GLOSSARY.md, "region"
 */
export function readRegionKey(row: Row, alias: string): string | null {
  const region = rowAt(row, alias);
  if (region === null) return null;
  const national = textAt(region, 'national');
  const owners = national === null ? null : `${textAt(region, 'nationalSystem') ?? 'national'} ${national}`;
  return textAt(region, 'iso') ?? owners ?? textAt(region, 'name') ?? 'a region without code and name';
}

/** Whether a key is a code of ISO 3166-2. */
export function isIsoRegion(key: string): boolean {
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(key);
}
