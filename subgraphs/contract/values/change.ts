import { ID } from 'type-graphql';
import { ChangeOp } from '../enums/change-op.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Node } from './node.ts';
import { Answer, PublishedType } from './published-type.ts';

@PublishedType('Change', 'One change of what a network publishes. It says which row changed and how, never what stood in it.', [Node])
export class Change extends Node {
  @Answer(() => ChangeOp, 'What happened to the row.') op?: ChangeOp | null;
  @Answer(() => CountryCode, 'Country whose network publishes the row.') country?: string | null;
  @Answer(() => String, 'Name of the type of the row in this schema, for example Statement.') type?: string | null;
  @Answer(() => ID, 'Id of the row.') entity?: string | null;
  @Answer(() => DateTime, 'When its network recorded the change; never before an earlier change of the same network.') at?: string | null;
}
