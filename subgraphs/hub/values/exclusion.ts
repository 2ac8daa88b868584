import { ID } from 'type-graphql';
import { ExclusionReason } from '../../contract/enums/exclusion-reason.ts';
import { Statement } from '../../contract/values/statement.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { HubType } from './hub-type.ts';

@HubType('Exclusion', 'A statement that a total leaves out, and why.')
export class Exclusion {
  @Answer(() => Statement, 'The statement.') statement?: Statement | null;
  @Answer(() => ExclusionReason, 'The first reason that applies.') reason!: ExclusionReason;
  @Answer(() => ID, 'Id of the statement it was left out for. Null: the reason needs no other.') against?: string | null;
}
