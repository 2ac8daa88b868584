import { boundsOf } from '../../../subgraphs/contract/figures/bounds-of.ts';
import type { ActionFacts } from '../../../subgraphs/hub/merge/action-facts.ts';
import type { AidFlowFacts } from '../../../subgraphs/hub/merge/aid-flow-facts.ts';
import { addDecimals } from '../../../subgraphs/hub/merge/decimal.ts';
import type { Figure } from '../../../subgraphs/hub/merge/figure.ts';
import type { OrganizationFacts } from '../../../subgraphs/hub/merge/organization-facts.ts';
import { periodFacts } from '../../../subgraphs/hub/merge/period-facts.ts';
import type { ProgramFacts } from '../../../subgraphs/hub/merge/program-facts.ts';
import type { StatementFacts } from '../../../subgraphs/hub/merge/statement-facts.ts';
import { knownFacts, toldStatement } from './known-facts.ts';

/** A made-up statement, exactly 100 registered volunteers of Kazakhstan in 2023, but for what is given. */
export function madeUpStatement(given: Partial<StatementFacts> & { readonly id: string }): StatementFacts {
  return {
    ...toldStatement('kz-vol-total-2022'),
    ...exactly(100),
    definition: 'REGISTERED_ON_PLATFORM',
    period: stated('2023'),
    source: { id: 'kz:source:made-up', key: 'made-up', knownFrom: '2024-01-31', knownFromBasis: 'STATED' },
    knownFrom: '2024-01-31',
    ...given,
  };
}

/** The figure of a bare numeral. */
export const exactly = (value: number): Figure => figureOfWords('EXACT', value);

/** The figure that words make of a number; a range takes its two ends. */
export function figureOfWords(qualifier: Figure['qualifier'], value: number, end = value): Figure {
  if (qualifier === 'RANGE')
    return { value: addDecimals(value, end) / 2, lower: value, lowerOpen: false, upper: end, upperOpen: false, qualifier };
  const bounds = boundsOf(qualifier, value);
  if (bounds === null) throw new Error(`${qualifier} gives no bounds`);
  return { value, ...bounds, qualifier };
}

/** The period of an expression, stated in the text. */
export const stated = (edtf: string | null, kind = 'YEAR') =>
  periodFacts({ edtf, duration: null, kind, basis: edtf === null ? 'NONE' : 'STATED' });

/** A made-up flow: exactly 100 tonnes that the statement of the same id tells, collected for one country. */
export const madeUpFlow = (id: string, given: Partial<AidFlowFacts> = {}): AidFlowFacts => ({
  ...knownFacts.aidFlows[0]!,
  ...exactly(100),
  id,
  statementId: id,
  stage: 'COLLECTED',
  destinations: ['TR'],
  overlaps: [],
  source: madeUpStatement({ id }).source,
  ...given,
});

export const madeUpOrganization = (id: string, name: string, given: Partial<OrganizationFacts> = {}): OrganizationFacts => ({
  id,
  country: 'KZ',
  name,
  aliases: [],
  legalForm: null,
  kind: 'MOVEMENT',
  sameAs: [],
  possiblySameAs: [],
  ...given,
});

export const madeUpAction = (id: string, name: string, given: Partial<ActionFacts> = {}): ActionFacts => ({
  id,
  country: 'KZ',
  name,
  hasProperName: true,
  kind: 'FORUM',
  level: null,
  regionKey: null,
  period: null,
  programId: null,
  ...given,
});

export const madeUpProgram = (id: string, name: string, given: Partial<ProgramFacts> = {}): ProgramFacts => ({
  id,
  country: 'KZ',
  name,
  aliases: [],
  kind: 'PROJECT',
  rhythm: null,
  period: null,
  ...given,
});
