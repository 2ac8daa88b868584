import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { type ListIdentity, readCursor, writeCursor } from '../../contract/connections/cursor.ts';
import { assertPageSize } from '../../contract/connections/page-size.ts';
import { contractError } from '../../contract/errors.ts';
import { isPublishedId } from '../../contract/identifiers/published-id.ts';
import { EntityRef } from '../../contract/values/entity-ref.ts';
import { coverageOf } from '../ask/coverage-of.ts';
import { forwardedSelections, forwardedVariables } from '../ask/forwarded-selection.ts';
import { joinOutcomes } from '../ask/join-outcomes.ts';
import { assertMembers } from '../assert-members.ts';
import { askStatements } from '../lists/ask-statements.ts';
import type { RowAt } from '../lists/door-page.ts';
import type { Side } from '../merge/contradictions/contradiction.ts';
import { contradictionRules } from '../merge/contradictions/find-contradictions.ts';
import type { Knowledge } from '../merge/contradictions/knowledge.ts';
import type { HubContext } from '../request-context.ts';
import { Contradiction } from '../values/contradiction.ts';
import { ContradictionConnection } from '../values/contradiction-connection.ts';
import type { ContradictionFilter } from './contradiction-filter.ts';
import type { JudgedContradiction } from './contradiction-finder.ts';
import type { ContradictionsArguments } from './contradictions-arguments.ts';

/** A contradiction whose statements are known by what the client asked of them. */
export type PublishedContradiction = Contradiction & { readonly statementRows: readonly RowAt[] };

/** Of the time that countries have, this much is for finding. */
const FINDING_SHARE = 0.6;

/**
 * A page of the contradictions among the rows of the asked countries that answered.
 * Errors  PAGE_TOO_LARGE, CURSOR_INVALID, COUNTRY_UNKNOWN, ID_INVALID; CODE_UNKNOWN for a rule
 */
export async function listContradictions(
  { filter = {}, first, after }: ContradictionsArguments,
  info: GraphQLResolveInfo,
  context: HubContext,
): Promise<ContradictionConnection> {
  assertPageSize(first);
  assertFilter(filter);
  const asked = assertMembers(filter.countries, context.countries);
  const identity: ListIdentity = { list: 'hub:contradictions', order: 'ID_ASC', filter };
  const behind = after == null ? null : readCursor(identity, after).id;
  const type = getNamedType(info.returnType) as GraphQLObjectType;
  const parts = [
    ['nodes', 'statements'],
    ['edges', 'node', 'statements'],
  ].flatMap((path) => forwardedSelections(info, type, path));
  const begun = performance.now();
  const { countryTimeoutMs } = context;
  // Where statements are asked for as well, a country that hangs in the first question leaves time for the others in the second.
  const findingMs = parts.length === 0 ? countryTimeoutMs : countryTimeoutMs * FINDING_SHARE;
  const { known, knowledge, contradictions } = await context.contradictions.find(asked, { ...context, countryTimeoutMs: findingMs });
  const fitting = contradictions.filter((contradiction) => isFitting(contradiction, filter));
  const following = fitting.filter(({ id }) => behind === null || id > behind);
  const shown = following.slice(0, first);

  const ids = [...new Set(shown.flatMap(({ statements }) => statements))];
  const { rows, outcomes } = await askStatements(ids, parts, forwardedVariables(info, parts), {
    ...context,
    countryTimeoutMs: countryTimeoutMs - (performance.now() - begun),
  });
  const named = namesIn(knowledge);
  const edges = shown.map((contradiction) => ({
    cursor: writeCursor(identity, { key: '', id: contradiction.id }),
    node: publish(contradiction, named, rows),
  }));
  const coverage = coverageOf(joinOutcomes(known.outcomes, outcomes));
  return Object.assign(new ContradictionConnection(), {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: following.length > first,
      hasPreviousPage: behind !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? after ?? null,
    },
    totalCount: coverageOf(known.outcomes).complete ? fitting.length : null,
    coverage,
  });
}

function assertFilter({ rules, statements }: ContradictionFilter): void {
  const accepted = contradictionRules.map(({ rule }) => rule);
  const unknown = rules?.find((rule) => !accepted.includes(rule));
  if (unknown !== undefined) throw contractError('CODE_UNKNOWN', { value: unknown, list: 'rules', accepted });
  const broken = statements?.find((id) => !isPublishedId(id));
  if (broken !== undefined) throw contractError('ID_INVALID', { value: broken });
}

function isFitting(contradiction: JudgedContradiction, { kinds, rules, statements, statuses }: ContradictionFilter): boolean {
  return (
    isOneOf(contradiction.kind, kinds) &&
    isOneOf(contradiction.rule, rules) &&
    isOneOf(contradiction.status, statuses) &&
    (statements == null || contradiction.statements.some((id) => statements.includes(id)))
  );
}

function isOneOf(value: string, accepted: readonly string[] | null | undefined): boolean {
  return accepted == null || accepted.includes(value);
}

/** The original name of every row that has one, by id. */
function namesIn({ organizations, programs, actions, jointPrograms }: Knowledge): ReadonlyMap<string, string> {
  const named = [...organizations, ...programs, ...actions].map(({ id, name }) => [id, name] as const);
  const joint = jointPrograms.map(({ id, names }) => [id, names[0] ?? null] as const);
  return new Map([...named, ...joint].flatMap(([id, name]) => (name === null ? [] : [[id, name]])));
}

function publish(
  { id, rule, kind, a, b, statements, certainty, explainedBy, explanation, status, note }: JudgedContradiction,
  named: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, RowAt>,
): PublishedContradiction {
  const reference = (side: Side): EntityRef => {
    const name = named.get(side.id);
    return Object.assign(new EntityRef(), { ...side, names: name === undefined ? null : { original: name } });
  };
  return Object.assign(new Contradiction(), {
    id,
    rule,
    kind,
    a: a.map(reference),
    b: b.map(reference),
    certainty,
    explainedBy: [...explainedBy],
    status,
    note,
    words: explanation,
    statementRows: statements.flatMap((statement) => rows.get(statement) ?? []),
  });
}
