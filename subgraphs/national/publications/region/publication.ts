import { Region } from '../../../contract/values/region.ts';
import type { RegionCode } from '../../../contract/values/region-code.ts';
import type { Publication } from '../publication.ts';
import { list, localizedText } from '../stored-values.ts';

/** Regions, as published. */
export const regionPublication: Publication<Region> = {
  table: 'region',
  columns: {
    iso: ['iso'],
    national: ['national'],
    nationalSystem: ['national_system'],
    name: ['names'],
    aliases: ['aliases'],
    codes: ['codes'],
    validFrom: ['valid_from'],
    validTo: ['valid_to'],
    replaces: ['replaces'],
    replacedBy: ['replaced_by'],
  },
  publish: (row) =>
    Object.assign(new Region(), {
      id: row.id,
      iso: row['iso'],
      national: row['national'],
      nationalSystem: row['national_system'],
      name: localizedText(row['names']),
      aliases: list(row['aliases']),
      codes: list(row['codes']) as unknown as RegionCode[],
      validFrom: row['valid_from'],
      validTo: row['valid_to'],
      replaces: list(row['replaces']),
      replacedBy: list(row['replaced_by']),
    }),
};
