import { ComparabilityVerdict } from '../../contract/enums/comparability-verdict.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { Statement } from '../../contract/values/statement.ts';
import { Coverage } from './coverage.ts';
import { HubType } from './hub-type.ts';
import { Reason } from './reason.ts';

@HubType('Comparability', 'Whether two statements may be compared, with every reason that holds.')
export class Comparability {
  @Answer(() => Statement, 'The one statement. Null: not answered.') a?: Statement | null;
  @Answer(() => Statement, 'The other statement. Null: not answered.') b?: Statement | null;
  @Answer(() => ComparabilityVerdict, 'The verdict. Null: one of the two was not answered.') verdict?: ComparabilityVerdict | null;
  @Answer(
    () => [Reason],
    'The reasons: those that forbid first, then those that leave it open, then those that ask for care; each in alphabetical order.',
  )
  reasons?: Reason[] | null;
  @Answer(() => [String], 'What is missing to tell, such as the definition of one of them.') needs?: string[] | null;
  @Answer(() => Coverage, 'Which countries it rests on.') coverage!: Coverage;
}
