import { AidFlowRow } from '../../publications/aid-flow/row.ts';
import { readBounds } from '../read-bounds.ts';
import { readPeriod } from '../read-period.ts';
import { type PublicationFile, stored } from './publication-file.ts';

/** Goods by stage of their way, in tonnes. */
export const aidFile: PublicationFile = {
  name: 'aid.csv',
  columns: [
    'id',
    'stage',
    'origin_region',
    'destination_countries',
    'glide',
    'tonnes',
    'lower',
    'lower_open',
    'upper',
    'upper_open',
    'qualifier',
    'period',
    'period_kind',
    'statement',
    'action',
    'overlaps',
    'source',
  ],
  read: (row, { owner, regionId }) => {
    const glide = row.list('glide');
    return [
      {
        entity: AidFlowRow,
        values: {
          id: row.ownId('id', owner, 'aid-flow'),
          stage: row.required('stage'),
          originRegionId: regionId(row, 'origin_region'),
          destinations: stored(row.list('destination_countries')),
          glide: stored(glide),
          ...readBounds(row, 'tonnes'),
          unit: 'TNE',
          statementId: row.id('statement'),
          actionId: row.id('action'),
          overlaps: stored(row.idList('overlaps')),
          sourceId: row.id('source'),
          ...readPeriod({ edtf: row.edtf('period'), kind: row.text('period_kind') }),
        },
        classified: { DISASTER: glide },
      },
    ];
  },
};
