import { MissingReason } from '../enums/missing-reason.ts';
import { Period } from './period.ts';
import { Answer, PublishedType } from './published-type.ts';
import { RegionRef } from './region-ref.ts';
import { Statement } from './statement.ts';

@PublishedType(
  'SearchFunnel',
  'Searches for missing people in one area: figures side by side. Their units differ, so no rate follows from them.',
)
export class SearchFunnel {
  @Answer(() => RegionRef, 'The area. Null: the whole country.') region?: RegionRef | null;
  @Answer(() => Period, 'The period asked for. Null: none was asked for.') period?: Period | null;
  @Answer(() => Statement, 'Requests to search. Unit: requests. Null: not reported.') requests?: Statement | null;
  @Answer(() => Statement, 'Persons found. Unit: persons. Null: not reported.') found?: Statement | null;
  @Answer(() => Statement, 'Requests closed otherwise. Unit: requests. Null: not reported, which is not zero.')
  closedOther?: Statement | null;
  @Answer(() => Statement, 'People in the search squads. Unit: persons. Null: not reported.') teams?: Statement | null;
  @Answer(() => MissingReason, 'Why the figures are kept back. Null: they are not kept back.') missingReason?: MissingReason | null;
}
