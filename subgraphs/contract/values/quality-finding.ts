import { Float, ID, Int } from 'type-graphql';
import { QualityFamily } from '../enums/quality-family.ts';
import { QualitySeverity } from '../enums/quality-severity.ts';
import { Edtf } from '../scalars/edtf.ts';
import { EntityRef } from './entity-ref.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType(
  'QualityFinding',
  'What one rule found in one column, for one unit and one month: a place and a number, never the content of a cell of a record.',
)
export class QualityFinding {
  @Answer(() => String, 'Code of the rule.') rule?: string | null;
  @Answer(() => QualityFamily, 'What the rule asks of the data.') family?: QualityFamily | null;
  @Answer(() => QualitySeverity, 'What the rule does with a row that breaks it.') severity?: QualitySeverity | null;
  @Answer(() => String, 'Kind of the rows, as `birge import --as` names it.') kind?: string | null;
  @Answer(() => String, 'Column in which the rule found it.') column?: string | null;
  @Answer(() => EntityRef, 'Unit to which the rows belong. Null: none, or not known.') unit?: EntityRef | null;
  @Answer(() => Edtf, 'Month of the rows. Null: they have no date.') period?: string | null;
  @Answer(() => Int, 'Unit: rows. How many of them broke the rule there.') count?: number | null;
  @Answer(() => [Int], 'Numbers of the first of these rows in the imported file, as a spreadsheet counts. Empty: not from a file.')
  rows?: number[] | null;
  @Answer(() => ID, 'Id of the published row. Null: records, which have no published id, or several rows.') entity?: string | null;
  @Answer(() => Float, 'What the rule expected, where it compares numbers: a share, a count or a sum.') expected?: number | null;
  @Answer(() => Float, 'What it found instead, in the same unit.') actual?: number | null;
}
