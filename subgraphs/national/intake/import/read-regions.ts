import type { Kysely } from 'kysely';
import { RegionFinder } from '../cells/region-finder.ts';
import type { StoredRegionCode } from '../parse-region-code.ts';
import type { PublicationTables } from '../../publications/tables.ts';
import { list, localizedText } from '../../publications/stored-values.ts';

/** The published regions, ready to be found by what a cell calls them. */
export async function readRegions(tables: Kysely<PublicationTables>): Promise<RegionFinder> {
  const rows = await tables
    .selectFrom('region')
    .select(['id', 'iso', 'national', 'national_system', 'names', 'aliases', 'codes', 'valid_from', 'valid_to', 'replaces', 'replaced_by'])
    .execute();
  return new RegionFinder(
    rows.map((row) => {
      const { ru, kk, uz, en, original } = localizedText(row.names) ?? {};
      const codes = JSON.parse(row.codes) as StoredRegionCode[];
      const own = [row.iso, row.national].filter((value) => value !== null && codes.every((code) => code.value !== value));
      return {
        id: row.id,
        codes: [...codes, ...own.map((value) => ({ system: '', value: value ?? '', validFrom: null, validTo: null }))],
        names: [ru, kk, uz, en, original, ...list(row.aliases)].filter((name): name is string => typeof name === 'string'),
        validFrom: row.valid_from,
        validTo: row.valid_to,
        replaces: list(row.replaces),
        replacedBy: list(row.replaced_by),
      };
    }),
  );
}
