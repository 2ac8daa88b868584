import { ActionRow } from '../../publications/action/row.ts';
import { readName } from '../read-names.ts';
import { readDates, readPeriod } from '../read-period.ts';
import { type PublicationFile, stored } from './publication-file.ts';

/** Events and actions. */
export const actionsFile: PublicationFile = {
  name: 'actions.csv',
  columns: [
    'id',
    'countries',
    'name',
    'name_language',
    'proper_name',
    'kind',
    'status',
    'start',
    'end',
    'date_basis',
    'place',
    'region',
    'organizers',
    'program',
    'super_action',
    'directions',
    'level',
    'edition',
    'part_of_statement',
    'source',
  ],
  read: (row, { owner, regionId }) => {
    const id = row.ownId('id', owner, 'action');
    const countries = row.list('countries');
    const directions = row.list('directions');
    const edtf = readDates(row);
    return [
      {
        entity: ActionRow,
        values: {
          id,
          countries: stored(countries),
          isCrossBorder: Number(countries.length > 1),
          names: JSON.stringify(readName(row, 'name', 'name_language')),
          hasProperName: row.flag('proper_name') ?? 0,
          kind: row.required('kind'),
          status: row.text('status'),
          place: row.text('place'),
          regionId: regionId(row, 'region'),
          organizerIds: stored(row.idList('organizers')),
          programId: row.id('program'),
          superActionId: row.id('super_action'),
          directions: stored(directions),
          level: row.text('level'),
          edition: row.integer('edition'),
          isSeekingPartners: null,
          partOf: stored(row.idList('part_of_statement')),
          sourceId: row.id('source'),
          ...readPeriod({ edtf, kind: edtf === null ? null : 'EVENT', basis: row.text('date_basis') }),
        },
        classified: { DIRECTION: directions, COUNTRY: countries },
      },
    ];
  },
};
