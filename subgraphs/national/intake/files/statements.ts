import { findIndicator, indicatorCodes } from '../../../contract/code-lists/indicators.ts';
import { definitionCodes } from '../../../contract/code-lists/definitions.ts';
import { SubjectKind } from '../../../contract/enums/subject-kind.ts';
import { StatementRow } from '../../publications/statement/row.ts';
import { readBounds } from '../read-bounds.ts';
import { readNote } from '../read-names.ts';
import { readPeriod } from '../read-period.ts';
import type { RowReader } from '../row-reader.ts';
import { type PublicationFile, stored } from './publication-file.ts';

/** What was said in numbers. The status of each follows from all of them, so it is set after reading. */
export const statementsFile: PublicationFile = {
  name: 'statements.csv',
  columns: [
    'id',
    'subject_kind',
    'subject',
    'indicator',
    'value',
    'lower',
    'lower_open',
    'upper',
    'upper_open',
    'qualifier',
    'unit',
    'period',
    'period_kind',
    'period_basis',
    'duration',
    'region',
    'definition',
    'levels',
    'population',
    'method',
    'source',
    'asserted_by',
    'raw',
    'part_of',
    'overlaps',
    'readings',
    'note',
  ],
  read: (row, { owner, recordedAt, regionId, knownFrom }) => {
    const id = row.ownId('id', owner, 'statement');
    const indicator = row.oneOf('indicator', indicatorCodes);
    const levels = row.list('levels');
    const sourceId = row.ownId('source', owner, 'source');
    return [
      {
        entity: StatementRow,
        values: {
          id,
          subjectKind: row.oneOf('subject_kind', Object.keys(SubjectKind)),
          subjectId: row.required('subject'),
          indicator,
          definition: row.oneOf('definition', definitionCodes),
          ...readBounds(row, 'value'),
          unit: unitOf(row, indicator),
          regionId: regionId(row, 'region'),
          levels: stored(levels),
          population: row.text('population'),
          mode: null,
          minAge: null,
          referencePeriod: null,
          method: row.text('method'),
          obsStatus: 'A',
          missingReason: null,
          sourceId,
          assertedBy: row.text('asserted_by'),
          rawText: row.text('raw'),
          readings: stored(row.list('readings').map(readReading)),
          note: readNote(row),
          partOf: stored(row.idList('part_of')),
          overlaps: stored(row.idList('overlaps')),
          knownFrom: knownFrom(sourceId) ?? recordedAt.slice(0, 10),
          recordedAt,
          supersedes: null,
          supersededBy: null,
          supersededFrom: null,
          ...readPeriod({
            edtf: row.edtf('period'),
            kind: row.required('period_kind'),
            basis: row.text('period_basis'),
            duration: row.checked('duration', (text) => /^P(\d+[YMWD])+$/.test(text), 'must be an ISO 8601 duration such as P1Y'),
          }),
        },
        classified: { LEVEL: levels },
      },
    ];
  },
};

/** The unit follows from the indicator; an indicator that nobody knows was refused already. */
function unitOf(row: RowReader, indicator: string): string {
  const known = findIndicator(indicator);
  return known === undefined ? row.required('unit') : row.oneOf('unit', [known.unit]);
}

/** `SCOPE=ALL_TEAMS`: the aspect and how this reading takes it. */
function readReading(text: string): { aspect: string; value: string } {
  const [aspect = '', ...value] = text.split('=');
  return { aspect, value: value.join('=') };
}
