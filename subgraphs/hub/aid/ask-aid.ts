import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { coverageOf } from '../ask/coverage-of.ts';
import { forwardedSelections, forwardedVariables } from '../ask/forwarded-selection.ts';
import { joinOutcomes, withoutAnswer } from '../ask/join-outcomes.ts';
import { assertMembers } from '../assert-members.ts';
import { askAllRows } from '../lists/ask-all-rows.ts';
import type { RowAt } from '../lists/door-page.ts';
import { AID_FLOW_FACTS_FIELDS, type AidFlowFacts, readAidFlowFacts } from '../merge/aid-flow-facts.ts';
import { aidSummary, type AidStageFacts } from '../merge/aid-summary.ts';
import type { HubContext } from '../request-context.ts';
import { AidExclusion } from '../values/aid-exclusion.ts';
import { AidStageTotal } from '../values/aid-stage-total.ts';
import { AidSummary } from '../values/aid-summary.ts';
import type { AidSummaryArguments } from './aid-summary-arguments.ts';

/** A stage whose flows are known by what the client asked of them. */
export type PublishedStage = AidStageTotal & { readonly usedRows: readonly RowAt[]; readonly excluded: readonly PublishedAidExclusion[] };

/** A flow left out, known by what the client asked of it. */
export type PublishedAidExclusion = AidExclusion & { readonly rowAt: RowAt };

/**
 * The aid for one disaster by stage: one request to each country for its flows, with the client's own selection of them.
 * Errors  COUNTRY_UNKNOWN
 */
export async function askAid(
  { glide, period, countries }: AidSummaryArguments,
  info: GraphQLResolveInfo,
  context: HubContext,
): Promise<AidSummary> {
  const asked = assertMembers(countries, context.countries);
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const parts = [
    ['stages', 'used'],
    ['stages', 'excluded', 'flow'],
  ].flatMap((path) => forwardedSelections(info, type, path));
  const variables = [{ argument: 'filter', type: 'AidFilter', value: { glide } }];
  const [told, found] = await Promise.all([
    askAllRows(
      { field: 'aid', asked, variables, ownFields: AID_FLOW_FACTS_FIELDS, parts, forwarded: forwardedVariables(info, parts) },
      context,
    ),
    context.contradictions.find(asked, context),
  ]);
  const outcomes = joinOutcomes(told.outcomes, found.known.outcomes);
  const rows = new Map(told.rows.map(({ id, at }) => [id, at]));
  const flows = told.rows.map(({ own }) => readAidFlowFacts(own));
  const stages = aidSummary(flows, {
    glide,
    period: period ?? null,
    unanswered: withoutAnswer(outcomes),
    regions: found.knowledge.regions,
  });
  const behind = new Set(stages.flatMap(flowsOf).map(({ statementId }) => statementId));
  return Object.assign(new AidSummary(), {
    stages: stages.map((stage) => publishStage(stage, (id) => rows.get(id) ?? (() => null))),
    contradictions: found.contradictions.filter(({ statements }) => statements.some((id) => behind.has(id))).map(({ id }) => id),
    coverage: coverageOf(outcomes),
  });
}

function flowsOf({ used, excluded }: AidStageFacts): AidFlowFacts[] {
  return [...used, ...excluded.map(({ flow }) => flow)];
}

function publishStage({ used, excluded, ...figure }: AidStageFacts, rowOf: (id: string) => RowAt): PublishedStage {
  return Object.assign(new AidStageTotal(), figure as Omit<AidStageTotal, 'used' | 'excluded'>, {
    usedRows: used.map(({ id }) => rowOf(id)),
    excluded: excluded.map(({ flow, reason, against }) => Object.assign(new AidExclusion(), { reason, against, rowAt: rowOf(flow.id) })),
  });
}
