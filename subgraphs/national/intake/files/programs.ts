import { ProgramRow } from '../../publications/program/row.ts';
import { readName } from '../read-names.ts';
import { readDates, readPeriod } from '../read-period.ts';
import { type PublicationFile, stored } from './publication-file.ts';

/** National programs, campaigns and awards. */
export const programsFile: PublicationFile = {
  name: 'programs.csv',
  columns: [
    'id',
    'name',
    'name_language',
    'kind',
    'status',
    'organizers',
    'directions',
    'level',
    'start',
    'end',
    'date_basis',
    'rhythm',
    'region',
    'source',
  ],
  read: (row, { owner, aliasesOf, regionId }) => {
    const id = row.ownId('id', owner, 'program');
    const directions = row.list('directions');
    const edtf = readDates(row);
    return [
      {
        entity: ProgramRow,
        values: {
          id,
          names: JSON.stringify(readName(row, 'name', 'name_language')),
          aliases: stored(aliasesOf(id)),
          kind: row.required('kind'),
          status: row.text('status'),
          organizerIds: stored(row.idList('organizers')),
          directions: stored(directions),
          level: row.text('level'),
          rhythm: row.text('rhythm'),
          regionId: regionId(row, 'region'),
          sourceId: row.id('source'),
          ...readPeriod({ edtf, basis: row.text('date_basis') }),
        },
        classified: { DIRECTION: directions },
      },
    ];
  },
};
