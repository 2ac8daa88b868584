import type { Outcomes } from '../ask/outcome.ts';
import type { ForwardedSelection, ForwardedVariables } from '../ask/forwarded-selection.ts';
import type { HubContext } from '../request-context.ts';
import { askAllRows } from './ask-all-rows.ts';
import { askedCountries } from './asked-countries.ts';
import type { RowAt } from './door-page.ts';

/** Statements as the client asked for them, by id, and how the countries that own them answered. */
export interface AskedStatements {
  readonly rows: ReadonlyMap<string, RowAt>;
  readonly outcomes: Outcomes;
}

const NOTHING_ASKED: AskedStatements = { rows: new Map(), outcomes: new Map() };

/** Asks the owners of some statements for the client's own selections; the hub's own stand beside them. */
export async function askStatements(
  ids: readonly string[],
  parts: readonly ForwardedSelection[],
  forwarded: ForwardedVariables,
  context: HubContext,
): Promise<AskedStatements> {
  if (parts.length === 0 || ids.length === 0) return NOTHING_ASKED;
  const asked = askedCountries({ ids }, context.countries);
  const variables = [{ argument: 'filter', type: 'StatementFilter', value: { ids } }];
  const { rows, outcomes } = await askAllRows({ field: 'statements', asked, variables, ownFields: '', parts, forwarded }, context);
  const own = context.ownStatements.filter(({ id }) => ids.includes(id)).map((row): [string, RowAt] => [row.id, () => row]);
  return { rows: new Map([...rows.map(({ id, at }): [string, RowAt] => [id, at]), ...own]), outcomes };
}
