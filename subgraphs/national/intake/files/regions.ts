import { RegionCodeRow, RegionRow } from '../../publications/region/row.ts';
import { readVersions } from '../read-names.ts';
import { parseRegionCode } from '../parse-region-code.ts';
import { type PublicationFile, stored } from './publication-file.ts';

/** The areas of the country, with every code they have or had. */
export const regionsFile: PublicationFile = {
  name: 'regions.csv',
  columns: [
    'id',
    'iso',
    'national',
    'national_system',
    'name_ru',
    'name_en',
    'aliases',
    'codes',
    'valid_from',
    'valid_to',
    'replaces',
    'replaced_by',
  ],
  read: (row, { owner }) => {
    const id = row.ownId('id', owner, 'region');
    const codes = row.list('codes').map(parseRegionCode);
    if (codes.includes(null)) row.refuse('codes', 'must be SYSTEM CODE FROM/TO, with | between them and .. for an open side');
    const known = codes.filter((code) => code !== null);
    return [
      {
        entity: RegionRow,
        values: {
          id,
          iso: row.checked('iso', (text) => /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text), 'must be an ISO 3166-2 code such as KZ-75'),
          national: row.text('national'),
          nationalSystem: row.text('national_system'),
          names: JSON.stringify(readVersions(row, 'name')),
          aliases: stored(row.list('aliases')),
          codes: stored(known),
          validFrom: row.date('valid_from'),
          validTo: row.date('valid_to'),
          replaces: stored(row.idList('replaces')),
          replacedBy: stored(row.idList('replaced_by')),
        },
      },
      ...[...new Set([id, ...known.map(({ value }) => value)])].map((value) => ({
        entity: RegionCodeRow,
        values: { value, regionId: id },
      })),
    ];
  },
};
