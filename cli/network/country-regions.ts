import { iso31662 } from 'iso-3166';

/** A region as regions.csv tells it: columns by name. */
export type RegionCells = Readonly<Record<string, string>>;

/**
 * The regions of a country that ISO 3166-2 names, the upper level only, as rows of regions.csv. A country without any gets one of its own.
 * Shape   ISO 3166-1 alpha-2 -> at least one row; `name_en` is the standard's own spelling, the other names are the network's to give
 * Source  the package iso-3166, which follows the standard
 */
export function countryRegions(country: string): RegionCells[] {
  const owner = country.toLowerCase();
  const regions = iso31662.filter(({ parent }) => parent === country);
  if (regions.length === 0) {
    return [{ id: `${owner}:region:sample`, national: '1', national_system: 'SAMPLE', name_en: 'SAMPLE region', codes: 'SAMPLE 1 ../..' }];
  }
  return regions.map(({ code, name }) => ({
    id: `${owner}:region:${code.slice(country.length + 1).toLowerCase()}`,
    iso: code,
    name_en: name,
    codes: `ISO_3166_2 ${code} ../..`,
  }));
}

/** A code of the country's first region, for the sample rows. */
export function firstRegionCode(country: string): string {
  const [region] = countryRegions(country);
  return region?.['iso'] ?? '1';
}
