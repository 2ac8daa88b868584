import type { TextVersions } from '../../contract/values/localized-text.ts';
import { idAt, type Row, rowAt, textAt, textsAt } from './row-values.ts';

/** What the rules need of a region. */
export interface RegionFacts {
  readonly id: string;
  /** ISO 3166-2 code of today. Null: ISO has none for this area. */
  readonly iso: string | null;
  readonly names: TextVersions;
  readonly aliases: readonly string[];
  /** First day on which the area is no more. Null: it is. */
  readonly validTo: string | null;
}

/** All regions of each country that answered with its list. A country that is not in it is unknown, not empty. */
export type RegionsByCountry = ReadonlyMap<string, readonly RegionFacts[]>;

/** The selection on Region that `readRegionFacts` reads. */
export const REGION_FACTS_FIELDS =
  'birge_id: id birge_iso: iso birge_names: name { ru kk uz en original originalLanguage } birge_aliases: aliases birge_valid_to: validTo';

/** Errors  an Error when the row has no id: the query selected something else */
export function readRegionFacts(row: Row): RegionFacts {
  const names = rowAt(row, 'birge_names') ?? {};
  const versions = (['ru', 'kk', 'uz', 'en', 'original', 'originalLanguage'] as const).map((key) => [key, textAt(names, key)]);
  return {
    id: idAt(row, 'birge_id'),
    iso: textAt(row, 'birge_iso'),
    names: Object.fromEntries(versions) as TextVersions,
    aliases: textsAt(row, 'birge_aliases'),
    validTo: textAt(row, 'birge_valid_to'),
  };
}

/** The ISO 3166-2 codes of a country's areas of today. Null: its regions are not known. */
export function currentIsoCodes(regions: RegionsByCountry, country: string): ReadonlySet<string> | null {
  const known = regions.get(country);
  if (known === undefined) return null;
  return new Set(known.flatMap(({ iso, validTo }) => (iso !== null && validTo === null ? [iso] : [])));
}
