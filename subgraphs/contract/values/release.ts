import { ID } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { Parameter } from './parameter.ts';
import { Period } from './period.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('Release', 'A closed set of counts from private records; it never changes.')
export class Release {
  @Answer(() => ID, 'Id of the release.') id?: string | null;
  @Answer(() => Period, 'The time it covers.') period?: Period | null;
  @Answer(() => DateTime, 'When it was closed.') closedAt?: string | null;
  @Answer(() => String, 'Name of the method of disclosure control.') method?: string | null;
  @Answer(() => [Parameter], 'Parameters of the method.') parameters?: Parameter[] | null;
}
