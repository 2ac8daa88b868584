import { UnitRow } from '../../publications/unit/row.ts';
import { readName } from '../read-names.ts';
import { readPeriod } from '../read-period.ts';
import { type PublicationFile, stored } from './publication-file.ts';

/** Branches, offices and centers. */
export const unitsFile: PublicationFile = {
  name: 'units.csv',
  columns: [
    'id',
    'name',
    'name_language',
    'kind',
    'level',
    'collective',
    'count_statement',
    'parent',
    'host',
    'region',
    'place',
    'opened',
    'opened_basis',
    'directions',
  ],
  read: (row, { owner, aliasesOf, regionId }) => {
    const id = row.ownId('id', owner, 'unit');
    const directions = row.list('directions');
    return [
      {
        entity: UnitRow,
        values: {
          id,
          names: JSON.stringify(readName(row, 'name', 'name_language')),
          aliases: stored(aliasesOf(id)),
          kind: row.required('kind'),
          level: row.text('level'),
          parentId: row.id('parent'),
          hostId: row.id('host'),
          regionId: regionId(row, 'region'),
          place: row.text('place'),
          directions: stored(directions),
          isCollective: row.flag('collective') ?? 0,
          countStatementId: row.id('count_statement'),
          contactPage: null,
          ...readPeriod({ edtf: row.edtf('opened'), basis: row.text('opened_basis') }),
        },
        classified: { DIRECTION: directions },
      },
    ];
  },
};
