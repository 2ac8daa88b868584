import { AidStage } from '../../../contract/enums/aid-stage.ts';
import { Qualifier } from '../../../contract/enums/qualifier.ts';
import { AidFlow } from '../../../contract/values/aid-flow.ts';
import { selectedBelow } from '../../../serving/selection.ts';
import { PERIOD_COLUMNS } from '../period-columns.ts';
import { publishPeriod } from '../publish-period.ts';
import type { Publication } from '../publication.ts';
import { sourcePublication } from '../source/publication.ts';
import { statementPublication } from '../statement/publication.ts';
import { flag, known, list, unknownWord } from '../stored-values.ts';

/** Flows of aid, as published. */
export const aidFlowPublication: Publication<AidFlow> = {
  table: 'aid_flow',
  columns: {
    stage: ['stage'],
    rawStage: ['stage'],
    origin: ['origin_region_id'],
    destinations: ['destinations'],
    glide: ['glide'],
    value: ['value'],
    lower: ['lower'],
    lowerOpen: ['lower_open'],
    upper: ['upper'],
    upperOpen: ['upper_open'],
    qualifier: ['qualifier'],
    unit: ['unit'],
    period: PERIOD_COLUMNS,
    statement: ['statement_id'],
    action: ['action_id'],
    overlaps: ['overlaps'],
    source: ['source_id'],
  },
  publish: (row, selection, { network, load }) =>
    Object.assign(new AidFlow(), {
      id: row.id,
      country: network.country,
      stage: known(AidStage, row['stage']),
      rawStage: unknownWord(AidStage, row['stage']),
      origin: load.region(row['origin_region_id']),
      destinations: list(row['destinations']),
      glide: list(row['glide']),
      value: row['value'],
      lower: row['lower'],
      lowerOpen: flag(row['lower_open']),
      upper: row['upper'],
      upperOpen: flag(row['upper_open']),
      qualifier: known(Qualifier, row['qualifier']),
      unit: row['unit'],
      period: publishPeriod(row),
      statement: load.publication(statementPublication, row['statement_id'], selectedBelow(selection, 'statement')),
      action: load.reference(row['action_id'], selectedBelow(selection, 'action')),
      overlaps: list(row['overlaps']),
      source: load.publication(sourcePublication, row['source_id'], selectedBelow(selection, 'source')),
    }),
};
