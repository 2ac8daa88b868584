import type { FederationCountry } from '../../federation/read-countries.ts';
import { askCountries } from '../ask/ask-countries.ts';
import type { ForwardedSelection, ForwardedVariables } from '../ask/forwarded-selection.ts';
import { joinOutcome } from '../ask/join-outcomes.ts';
import type { Outcome, Outcomes } from '../ask/outcome.ts';
import type { HubContext } from '../request-context.ts';
import { doorPageQuestion, type DoorRow, type ListVariable, readDoorPage } from './door-page.ts';

/** A list of which every row is needed, since sums and comparisons rest on all of them. */
export interface AllRowsQuery {
  readonly field: string;
  readonly asked: readonly FederationCountry[];
  readonly variables: readonly ListVariable[];
  readonly ownFields: string;
  readonly parts?: readonly ForwardedSelection[];
  readonly forwarded?: ForwardedVariables;
  /** Whether last known copies may stand in. Absent: they may. */
  readonly mayBeCopy?: boolean;
}

/** Rows of the countries that answered all their pages; the outcomes say who did not. */
export interface AllRows {
  readonly rows: readonly (DoorRow & { readonly country: string })[];
  readonly outcomes: Outcomes;
}

/** What asking takes of a request. */
export type Asking = Pick<HubContext, 'client' | 'requestId' | 'countryTimeoutMs' | 'notice'>;

const ROWS_OF_A_PAGE = 1_000;
const NOTHING_FORWARDED: ForwardedVariables = { declarations: [], values: {} };

/** Reads a list to its end in every asked country, page after page within the request's time. A country that fails on the way gives no row. */
export async function askAllRows(query: AllRowsQuery, context: Asking): Promise<AllRows> {
  const { field, asked, variables, ownFields, parts = [], forwarded = NOTHING_FORWARDED, mayBeCopy = true } = query;
  const { client, requestId, countryTimeoutMs, notice } = context;
  const begun = performance.now();
  const paths = parts.map(({ path }) => path);
  const read = new Map<string, DoorRow[]>(asked.map(({ country }) => [country, []]));
  const outcomes = new Map<string, Outcome>();
  for (let remaining = [...asked]; remaining.length > 0;) {
    const questions = remaining.map((country) => {
      const after = read.get(country.country)?.at(-1)?.cursor;
      const wants = { rows: true, totalCount: false };
      return [country, doorPageQuestion({ field, variables, first: ROWS_OF_A_PAGE, after, ownFields, parts, forwarded, wants })] as const;
    });
    const timeoutMs = countryTimeoutMs - (performance.now() - begun);
    const answered = await askCountries(questions, { client, requestId, timeoutMs, notice, mayBeCopy });
    remaining = remaining.filter(({ country }) => {
      const outcome = answered.get(country) ?? { kind: 'unavailable' };
      const before = outcomes.get(country);
      outcomes.set(country, before === undefined ? outcome : joinOutcome(before, outcome));
      if (outcome.kind !== 'answered') return false;
      const page = readDoorPage(outcome.door, paths);
      read.get(country)?.push(...page.rows);
      return page.hasNextPage;
    });
  }
  const rows = asked.flatMap(({ country }) =>
    outcomes.get(country)?.kind === 'answered' ? (read.get(country) ?? []).map((row) => ({ ...row, country })) : [],
  );
  return { rows, outcomes };
}
