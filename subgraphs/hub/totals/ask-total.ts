import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { definitionsOf } from '../../contract/code-lists/family-definitions.ts';
import { findIndicator } from '../../contract/code-lists/indicators.ts';
import { contractError } from '../../contract/errors.ts';
import { coverageOf } from '../ask/coverage-of.ts';
import { forwardedSelections, forwardedVariables } from '../ask/forwarded-selection.ts';
import { joinOutcomes, withoutAnswer } from '../ask/join-outcomes.ts';
import { assertMembers } from '../assert-members.ts';
import { askAllRows } from '../lists/ask-all-rows.ts';
import type { RowAt } from '../lists/door-page.ts';
import { contradictedStatements } from '../merge/contradicted-statements.ts';
import { readStatementFacts, STATEMENT_FACTS_FIELDS } from '../merge/statement-facts.ts';
import { total } from '../merge/total.ts';
import type { HubContext } from '../request-context.ts';
import { isSelected } from '../statements/is-selected.ts';
import { ownStatementFacts } from '../statements/own-statement-facts.ts';
import { publishTotal, type PublishedTotal } from './publish-total.ts';
import type { TotalArguments } from './total-arguments.ts';

/**
 * Adds up the statements in reach: one request to each country for its statements of the indicator, with the client's own selection of them.
 * Errors  COUNTRY_UNKNOWN; CODE_UNKNOWN for a definition that the indicator never has
 */
export async function askTotal(query: TotalArguments, info: GraphQLResolveInfo, context: HubContext): Promise<PublishedTotal> {
  const { indicator, definition, period = null, asOf = null } = query;
  assertHasDefinition(indicator, definition);
  const asked = assertMembers(query.countries, context.countries);
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const parts = [['used'], ['excluded', 'statement']].flatMap((path) => forwardedSelections(info, type, path));
  const filter = { indicators: [indicator] };
  const variables = [
    { argument: 'filter', type: 'StatementFilter', value: filter },
    { argument: 'asOf', type: 'Date', value: asOf },
  ];
  const [told, found] = await Promise.all([
    askAllRows(
      { field: 'statements', asked, variables, ownFields: STATEMENT_FACTS_FIELDS, parts, forwarded: forwardedVariables(info, parts) },
      context,
    ),
    context.contradictions.find(asked, context),
  ]);
  const outcomes = joinOutcomes(told.outcomes, found.known.outcomes);
  const own = context.ownStatements.filter((statement) => isSelected(statement, { ...filter, ...countriesOf(query) }, asOf));
  const rows = new Map<string, RowAt>([
    ...told.rows.map(({ id, at }): [string, RowAt] => [id, at]),
    ...own.map((row): [string, RowAt] => [row.id, () => row]),
  ]);
  const facts = [
    ...told.rows.map((row) => ({ ...readStatementFacts(row.own), ...asItStood(asOf) })),
    ...own.map((row) => ({ ...ownStatementFacts(row), ...asItStood(asOf) })),
  ];
  const sum = total(facts, {
    indicator,
    definition,
    period,
    unanswered: withoutAnswer(outcomes),
    contradicted: contradictedStatements(found.contradictions),
    regions: found.knowledge.regions,
  });
  return publishTotal(sum, {
    query: { indicator, definition, period },
    countries: query.countries ?? null,
    rowOf: (id) => rows.get(id) ?? (() => null),
    withoutAnswer: withoutAnswer(outcomes),
    coverage: coverageOf(outcomes),
  });
}

function countriesOf({ countries }: TotalArguments): { countries?: string[] } {
  return countries === undefined ? {} : { countries };
}

/** A statement that was superseded since is current on the day that is asked for. */
function asItStood(asOf: string | null): { supersededBy?: null } {
  return asOf === null ? {} : { supersededBy: null };
}

function assertHasDefinition(code: string, definition: string): void {
  const indicator = findIndicator(code);
  const accepted = indicator === undefined ? [] : definitionsOf(indicator);
  if (!accepted.includes(definition)) throw contractError('CODE_UNKNOWN', { value: definition, list: 'definitions', accepted });
}
