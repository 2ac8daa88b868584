import type { FederationCountry } from '../../federation/read-countries.ts';
import { askCountries } from '../ask/ask-countries.ts';
import type { Outcome, Outcomes } from '../ask/outcome.ts';
import { type AllRows, askAllRows, type Asking } from '../lists/ask-all-rows.ts';
import { ACTION_FACTS_FIELDS, readActionFacts } from '../merge/action-facts.ts';
import { AID_FLOW_FACTS_FIELDS, readAidFlowFacts } from '../merge/aid-flow-facts.ts';
import type { Knowledge } from '../merge/contradictions/knowledge.ts';
import { ORGANIZATION_FACTS_FIELDS, readOrganizationFacts } from '../merge/organization-facts.ts';
import { PROGRAM_FACTS_FIELDS, readProgramFacts } from '../merge/program-facts.ts';
import { readRegionFacts, REGION_FACTS_FIELDS, type RegionFacts } from '../merge/region-facts.ts';
import type { Row } from '../merge/row-values.ts';
import { readStatementFacts, STATEMENT_FACTS_FIELDS } from '../merge/statement-facts.ts';

/** Everything one country publishes that the rules look at. */
export type CountryFacts = Pick<Knowledge, 'statements' | 'actions' | 'organizations' | 'programs' | 'aidFlows'> & {
  readonly regions: readonly RegionFacts[];
};

/** The facts of the countries that answered all of it; the outcomes say who did not. */
export interface ReadFacts {
  readonly facts: ReadonlyMap<string, CountryFacts>;
  readonly outcomes: Outcomes;
}

/**
 * Reads everything that the rules look at from each of the countries, list after list and page after page, within the time of the asking.
 * A country that fails on the way has no facts at all: half of them would pass for the whole.
 */
export async function readCountryFacts(countries: readonly FederationCountry[], asking: Asking): Promise<ReadFacts> {
  const begun = performance.now();
  const withTimeLeft = (): Asking => ({ ...asking, countryTimeoutMs: asking.countryTimeoutMs - (performance.now() - begun) });
  const outcomes = new Map<string, Outcome>(countries.map(({ country }) => [country, { kind: 'answered', door: {} }]));
  const stillThere = () => countries.filter(({ country }) => outcomes.get(country)?.kind === 'answered');
  const note = (ended: Outcomes): void => ended.forEach((outcome, country) => void outcomes.set(country, outcome));
  const list = async <Facts>(field: string, ownFields: string, read: (row: Row) => Facts): Promise<ReadonlyMap<string, Facts[]>> => {
    const answer: AllRows = await askAllRows({ field, asked: stillThere(), variables: [], ownFields }, withTimeLeft());
    note(answer.outcomes);
    const byCountry = Map.groupBy(answer.rows, ({ country }) => country);
    return new Map([...byCountry].map(([country, rows]) => [country, rows.map(({ own }) => read(own))]));
  };
  const statements = await list('statements', STATEMENT_FACTS_FIELDS, readStatementFacts);
  const actions = await list('actions', ACTION_FACTS_FIELDS, readActionFacts);
  const organizations = await list('organizations', ORGANIZATION_FACTS_FIELDS, readOrganizationFacts);
  const programs = await list('programs', PROGRAM_FACTS_FIELDS, readProgramFacts);
  const aidFlows = await list('aid', AID_FLOW_FACTS_FIELDS, readAidFlowFacts);
  const regions = await askRegions(stillThere(), withTimeLeft());
  note(regions);
  const facts = stillThere().map(({ country }): [string, CountryFacts] => [
    country,
    {
      statements: statements.get(country) ?? [],
      actions: actions.get(country) ?? [],
      organizations: organizations.get(country) ?? [],
      programs: programs.get(country) ?? [],
      aidFlows: aidFlows.get(country) ?? [],
      regions: readRegions(regions.get(country)),
    },
  ]);
  return { facts: new Map(facts), outcomes };
}

function askRegions(countries: readonly FederationCountry[], { client, requestId, countryTimeoutMs, watch }: Asking): Promise<Outcomes> {
  const question = { fields: `birge_regions: regions { ${REGION_FACTS_FIELDS} }`, variables: [], values: {} };
  return askCountries(
    countries.map((country) => [country, question] as const),
    { client, requestId, timeoutMs: countryTimeoutMs, notice: watch.notice.bind(watch) },
  );
}

function readRegions(outcome: Outcome | undefined): RegionFacts[] {
  const rows = outcome?.kind === 'answered' ? outcome.door['birge_regions'] : null;
  return Array.isArray(rows) ? (rows as Row[]).map(readRegionFacts) : [];
}
