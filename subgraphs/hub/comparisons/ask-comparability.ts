import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { contractError } from '../../contract/errors.ts';
import { isPublishedId } from '../../contract/identifiers/published-id.ts';
import { AnsweredRow } from '../ask/answered-row.ts';
import { askCountries } from '../ask/ask-countries.ts';
import type { DoorQuestion } from '../ask/country-client.ts';
import { coverageOf } from '../ask/coverage-of.ts';
import { type ForwardedSelection, forwardedSelections, type ForwardedVariables, forwardedVariables } from '../ask/forwarded-selection.ts';
import { joinOutcomes } from '../ask/join-outcomes.ts';
import type { Outcomes } from '../ask/outcome.ts';
import { reasonLabels } from '../code-lists/reason-labels.ts';
import type { RowAt } from '../lists/door-page.ts';
import { comparability } from '../merge/comparability.ts';
import type { Row } from '../merge/row-values.ts';
import { readStatementFacts, STATEMENT_FACTS_FIELDS, type StatementFacts } from '../merge/statement-facts.ts';
import type { HubContext } from '../request-context.ts';
import { ownStatementFacts } from '../statements/own-statement-facts.ts';
import { Comparability } from '../values/comparability.ts';
import { Reason } from '../values/reason.ts';

type SideName = 'a' | 'b';

/** A verdict whose two statements are known by what the client asked of them. */
export type PublishedComparability = Comparability & Readonly<Record<`${SideName}Row`, RowAt>>;

/** A statement as the rules and as the client see it. */
interface AskedSide {
  readonly facts: StatementFacts;
  readonly rowAt: RowAt;
}

const SIDES: readonly SideName[] = ['a', 'b'];
const NO_ROW: RowAt = () => null;

/**
 * Whether two statements may be compared. Superseded ones may be compared as well: they are what was said.
 * Errors  ID_INVALID, COUNTRY_UNKNOWN; BAD_USER_INPUT for an id of something else than a statement
 */
export async function askComparability(
  ids: Readonly<Record<SideName, string>>,
  info: GraphQLResolveInfo,
  context: HubContext,
): Promise<PublishedComparability> {
  for (const side of SIDES) assertStatementId(ids[side], context);
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const parts = new Map(SIDES.map((side) => [side, forwardedSelections(info, type, [side])]));
  const [told, found] = await Promise.all([
    askSides(ids, parts, forwardedVariables(info, [...parts.values()].flat()), context),
    context.contradictions.find(context.countries, context),
  ]);
  const [a, b] = SIDES.map((side) => sideOf(ids[side], side, parts.get(side) ?? [], told, context));
  const judged = a == null || b == null ? null : comparability(a.facts, b.facts, found.contradictions);
  return Object.assign(new Comparability(), {
    aRow: a?.rowAt ?? NO_ROW,
    bRow: b?.rowAt ?? NO_ROW,
    verdict: judged?.verdict ?? null,
    reasons:
      judged?.reasons.map(({ code, weight }) =>
        Object.assign(new Reason(), { code, weight, statements: [ids.a, ids.b], words: reasonLabels[code] }),
      ) ?? null,
    needs: judged === null ? null : [...judged.needs],
    coverage: coverageOf(joinOutcomes(told, found.known.outcomes)),
  });
}

function assertStatementId(id: string, { countries }: HubContext): void {
  if (!isPublishedId(id)) throw contractError('ID_INVALID', { value: id });
  const [owner = '', type] = id.split(':');
  const accepted = countries.map(({ country }) => country);
  if (owner !== 'hub' && !accepted.includes(owner.toUpperCase())) throw contractError('COUNTRY_UNKNOWN', { value: owner, accepted });
  if (type !== 'statement')
    throw contractError('BAD_USER_INPUT', { value: id, accepted: ['ids of statements such as kz:statement:vol-total-2022'] });
}

/** Asks the owners of both statements at once; one that owns both is asked once. */
function askSides(
  ids: Readonly<Record<SideName, string>>,
  parts: ReadonlyMap<SideName, readonly ForwardedSelection[]>,
  { declarations, values }: ForwardedVariables,
  { client, requestId, countryTimeoutMs: timeoutMs, notice, countries }: HubContext,
): Promise<Outcomes> {
  const questions = countries.flatMap((country) => {
    const sides = SIDES.filter((side) => ownerOf(ids[side]) === country.country);
    const question: DoorQuestion = {
      fields: sides.map((side) => sideFields(side, parts.get(side) ?? [])).join(' '),
      variables: [...declarations, ...sides.map((side) => `$birge_${side}: ID!`)],
      values: { ...values, ...Object.fromEntries(sides.map((side) => [`birge_${side}`, ids[side]])) },
    };
    return sides.length === 0 ? [] : [[country, question] as const];
  });
  return askCountries(questions, { client, requestId, timeoutMs, notice });
}

/** The statement once for the rules, and once for each place in which the client asked for it. */
function sideFields(side: SideName, parts: readonly ForwardedSelection[]): string {
  const node = (alias: string, fields: string): string =>
    `${alias}: node(id: $birge_${side}) { __typename ... on Statement { ${fields} } }`;
  return [node(`birge_${side}`, STATEMENT_FACTS_FIELDS), ...parts.map(({ fields }, index) => node(`birge_${side}${index}`, fields))].join(
    ' ',
  );
}

function sideOf(id: string, side: SideName, parts: readonly ForwardedSelection[], told: Outcomes, context: HubContext): AskedSide | null {
  const own = context.ownStatements.find((statement) => statement.id === id);
  if (own !== undefined) return { facts: ownStatementFacts(own), rowAt: () => own };
  const outcome = told.get(ownerOf(id));
  const row = outcome?.kind === 'answered' ? outcome.door[`birge_${side}`] : null;
  if (outcome?.kind !== 'answered' || !isRow(row)) return null;
  const { door } = outcome;
  return {
    facts: readStatementFacts(row),
    rowAt: (path) => {
      const asked = door[`birge_${side}${parts.findIndex((part) => part.path === path)}`];
      return isRow(asked) ? new AnsweredRow(asked) : null;
    },
  };
}

function ownerOf(id: string): string {
  return id.slice(0, 2).toUpperCase();
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
