import { ID } from 'type-graphql';
import { Answer } from '../../contract/values/published-type.ts';
import { Statement } from '../../contract/values/statement.ts';
import { ExclusionReason } from '../enums/exclusion-reason.ts';
import { HubType } from './hub-type.ts';

@HubType('Exclusion', 'A statement that is not in a total, and why.')
export class Exclusion {
  @Answer(() => Statement, 'The statement.') statement?: Statement | null;
  @Answer(() => ExclusionReason, 'Why it is left out: the first reason that applies.') reason!: ExclusionReason;
  @Answer(() => ID, 'Id of the statement that it yields to. Null: it yields to none.') against!: string | null;
}
