import { Field } from 'type-graphql';
import { Statement } from '../../contract/values/statement.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { ComparabilityVerdict } from '../enums/comparability-verdict.ts';
import { Coverage } from './coverage.ts';
import { HubType } from './hub-type.ts';
import { Reason } from './reason.ts';

@HubType('Comparability', 'Whether two statements may be compared, and why.')
export class Comparability {
  @Answer(() => Statement, 'The first statement. Null: there is none of that id, or its country did not answer.') a?: Statement | null;
  @Answer(() => Statement, 'The second statement. Null: as before.') b?: Statement | null;
  @Answer(() => ComparabilityVerdict, 'The verdict. Null: a statement is missing.') verdict!: ComparabilityVerdict | null;
  @Answer(() => [Reason], 'Every reason that holds, the heaviest first. Null: a statement is missing.') reasons!: Reason[] | null;
  @Answer(() => [String], 'What would have to be supplied for a verdict, as "definition of <id>" or "period of <id>". Empty: nothing.')
  needs!: string[] | null;
  @Field(() => Coverage, {
    description: 'Which countries the answer rests on: those of the two statements, and those of what contradicts them.',
  })
  coverage!: Coverage;
}
