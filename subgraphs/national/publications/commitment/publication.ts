import { CommitmentBasis } from '../../../contract/enums/commitment-basis.ts';
import { CommitmentStatus } from '../../../contract/enums/commitment-status.ts';
import { Direction } from '../../../contract/enums/direction.ts';
import { Commitment } from '../../../contract/values/commitment.ts';
import { selectedBelow } from '../../../serving/selection.ts';
import { PERIOD_COLUMNS } from '../period-columns.ts';
import { publishPeriod } from '../publish-period.ts';
import type { Publication } from '../publication.ts';
import { sourcePublication } from '../source/publication.ts';
import { known, list, localizedText, unknownWord } from '../stored-values.ts';

/** Commitments as this party reports them, as published. */
export const commitmentPublication: Publication<Commitment> = {
  table: 'commitment',
  columns: {
    jointProgramId: ['joint_program_id'],
    key: ['key'],
    seq: ['seq'],
    basis: ['basis'],
    rawBasis: ['basis'],
    text: ['texts'],
    direction: ['direction'],
    status: ['status'],
    rawStatus: ['status'],
    statusAsOf: ['status_as_of'],
    due: PERIOD_COLUMNS,
    evidence: ['evidence'],
    source: ['source_id'],
  },
  publish: (row, selection, { network, load }) =>
    Object.assign(new Commitment(), {
      id: row.id,
      country: network.country,
      jointProgramId: row['joint_program_id'],
      key: row['key'],
      seq: row['seq'],
      basis: known(CommitmentBasis, row['basis']),
      rawBasis: unknownWord(CommitmentBasis, row['basis']),
      texts: localizedText(row['texts']),
      direction: known(Direction, row['direction']),
      status: known(CommitmentStatus, row['status']),
      rawStatus: unknownWord(CommitmentStatus, row['status']),
      statusAsOf: row['status_as_of'],
      due: publishPeriod(row),
      evidence: list(row['evidence']),
      source: load.publication(sourcePublication, row['source_id'], selectedBelow(selection, 'source')),
    }),
};
