import { Answer, PublishedType } from './published-type.ts';
import { Period } from './period.ts';

@PublishedType('NetworkProfile', 'A national network as a body.')
export class NetworkProfile {
  @Answer(() => Period, 'When it was founded. Null: not stated.') founded?: Period | null;
  @Answer(() => String, 'Address of its public site. Null: not stated.') website?: string | null;
  @Answer(() => [String], 'Languages it works in, as BCP 47 tags.') languages?: string[] | null;
  @Answer(() => String, 'An office that answers questions, never a person. Null: not stated.') contactPoint?: string | null;
}
