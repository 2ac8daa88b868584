import { CommitmentRow } from '../../publications/commitment/row.ts';
import { readVersions } from '../read-names.ts';
import { readPeriod } from '../read-period.ts';
import { type PublicationFile, stored } from './publication-file.ts';

/** What this party reports of joint programs. */
export const commitmentsFile: PublicationFile = {
  name: 'commitments.csv',
  columns: [
    'id',
    'joint_program',
    'seq',
    'key',
    'basis',
    'text_en',
    'text_ru',
    'direction',
    'status',
    'status_as_of',
    'due',
    'source',
    'raw',
  ],
  read: (row, { owner }) => [
    {
      entity: CommitmentRow,
      values: {
        id: row.ownId('id', owner, 'commitment'),
        jointProgramId: row.id('joint_program') ?? row.required('joint_program'),
        key: row.required('key'),
        seq: row.integer('seq') ?? Number(row.required('seq')),
        basis: row.required('basis'),
        texts: JSON.stringify(readVersions(row, 'text')),
        direction: row.text('direction'),
        status: row.required('status'),
        statusAsOf: row.date('status_as_of'),
        evidence: stored([]),
        sourceId: row.id('source'),
        ...readPeriod({ edtf: row.edtf('due') }),
      },
    },
  ],
};
