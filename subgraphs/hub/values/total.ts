import { Float } from 'type-graphql';
import { Qualifier } from '../../contract/enums/qualifier.ts';
import { RefusalReason } from '../../contract/enums/refusal-reason.ts';
import { TotalMethod } from '../../contract/enums/total-method.ts';
import { DefinitionCode } from '../../contract/scalars/definition-code.ts';
import { Edtf } from '../../contract/scalars/edtf.ts';
import { IndicatorCode } from '../../contract/scalars/indicator-code.ts';
import { UnitCode } from '../../contract/scalars/unit-code.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { Statement } from '../../contract/values/statement.ts';
import { Coverage } from './coverage.ts';
import { Exclusion } from './exclusion.ts';
import { HubType } from './hub-type.ts';
import { Reason } from './reason.ts';

@HubType('Total', 'A sum of statements with its bounds, or the reason why there is none. It is never exact where a part is not.')
export class Total {
  @Answer(() => IndicatorCode, 'What is counted.') indicator!: string;
  @Answer(() => DefinitionCode, 'Which ones are counted.') definition!: string;
  @Answer(() => Edtf, 'The asked period. Null: none was asked for.') period?: string | null;
  @Answer(() => Float, 'The sum. Unit: that of `unit`. Null: refused.') value?: number | null;
  @Answer(() => Float, 'The least value that the parts allow. Unit: that of `unit`. Null: no lower bound.') lower?: number | null;
  @Answer(() => Boolean, 'Whether `lower` itself is excluded. Null: lower is null.') lowerOpen?: boolean | null;
  @Answer(() => Float, 'The greatest value that the parts allow. Unit: that of `unit`. Null: no upper bound.') upper?: number | null;
  @Answer(() => Boolean, 'Whether `upper` itself is excluded. Null: upper is null.') upperOpen?: boolean | null;
  @Answer(() => Qualifier, 'How the sum must be worded. Null: refused.') qualifier?: Qualifier | null;
  @Answer(() => UnitCode, 'Unit of value and bounds.') unit?: string | null;
  @Answer(() => TotalMethod, 'How it was made. Null: figures of this indicator are never added.') method?: TotalMethod | null;
  @Answer(() => RefusalReason, 'Why there is no sum. Null: there is one.') refusal?: RefusalReason | null;
  @Answer(() => [Statement], 'The statements that were added, by id.') used?: Statement[] | null;
  @Answer(() => [Exclusion], 'The statements that were left out, by id, and why.') excluded?: Exclusion[] | null;
  @Answer(() => [Reason], 'What to keep in mind of the statements that were added.') warnings?: Reason[] | null;
  @Answer(() => Coverage, 'Which countries it rests on.') coverage!: Coverage;
}
