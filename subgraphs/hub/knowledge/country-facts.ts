import type { FederationCountry } from '../../federation/read-countries.ts';
import { askCountries } from '../ask/ask-countries.ts';
import type { Outcome } from '../ask/outcome.ts';
import { askAllRows, type Asking } from '../lists/ask-all-rows.ts';
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

/** The facts of a country that answered all that it was asked, or how the asking ended. */
export type ReadFacts = { readonly outcome: Outcome; readonly facts: CountryFacts | null };

/** How a list that cannot be read ends the reading. */
class Unanswered extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/**
 * Reads everything that the rules look at from one country, list after list and page after page, within the time of the asking.
 * A country that fails on the way has no facts at all: half of them would pass for the whole.
 */
export async function readCountryFacts(country: FederationCountry, asking: Asking): Promise<ReadFacts> {
  const begun = performance.now();
  const withTimeLeft = (): Asking => ({ ...asking, countryTimeoutMs: asking.countryTimeoutMs - (performance.now() - begun) });
  const list = async <Facts>(field: string, ownFields: string, read: (row: Row) => Facts): Promise<Facts[]> => {
    const { rows, outcomes } = await askAllRows({ field, asked: [country], variables: [], ownFields, mayBeCopy: false }, withTimeLeft());
    assertAnswered(outcomes.get(country.country));
    return rows.map(({ own }) => read(own));
  };
  try {
    const facts: CountryFacts = {
      statements: await list('statements', STATEMENT_FACTS_FIELDS, readStatementFacts),
      actions: await list('actions', ACTION_FACTS_FIELDS, readActionFacts),
      organizations: await list('organizations', ORGANIZATION_FACTS_FIELDS, readOrganizationFacts),
      programs: await list('programs', PROGRAM_FACTS_FIELDS, readProgramFacts),
      aidFlows: await list('aid', AID_FLOW_FACTS_FIELDS, readAidFlowFacts),
      regions: await askRegions(country, withTimeLeft()),
    };
    return { outcome: { kind: 'answered', door: {}, asOf: null, revision: null }, facts };
  } catch (error) {
    if (error instanceof Unanswered) return { outcome: error.outcome, facts: null };
    throw error;
  }
}

async function askRegions(country: FederationCountry, { client, requestId, countryTimeoutMs, notice }: Asking): Promise<RegionFacts[]> {
  const question = { fields: `birge_regions: regions { ${REGION_FACTS_FIELDS} }`, variables: [], values: {} };
  const options = { client, requestId, timeoutMs: countryTimeoutMs, notice };
  const door = assertAnswered((await askCountries([[country, question]], options)).get(country.country));
  const rows = door['birge_regions'];
  return Array.isArray(rows) ? (rows as Row[]).map(readRegionFacts) : [];
}

function assertAnswered(outcome: Outcome = { kind: 'unavailable' }): Readonly<Record<string, unknown>> {
  if (outcome.kind !== 'answered') throw new Unanswered(outcome);
  return outcome.door;
}
