import type { ActionFacts } from '../action-facts.ts';
import type { AidFlowFacts } from '../aid-flow-facts.ts';
import { distinctById } from '../countable.ts';
import type { OrganizationFacts } from '../organization-facts.ts';
import type { ProgramFacts } from '../program-facts.ts';
import type { RegionsByCountry } from '../region-facts.ts';
import type { ReadingFacts, StatementFacts } from '../statement-facts.ts';

/** What the contradiction rules need of a joint program, which is the hub's own row. */
export interface JointProgramFacts {
  readonly id: string;
  readonly kind: string | null;
  /** The original title first, then other names of it. */
  readonly names: readonly string[];
  readonly readings: readonly ReadingFacts[];
}

/** All that the rules look at: what the countries answered and what the hub holds itself. */
export interface Knowledge {
  readonly statements: readonly StatementFacts[];
  readonly actions: readonly ActionFacts[];
  readonly organizations: readonly OrganizationFacts[];
  readonly programs: readonly ProgramFacts[];
  readonly jointPrograms: readonly JointProgramFacts[];
  readonly aidFlows: readonly AidFlowFacts[];
  readonly regions: RegionsByCountry;
}

/** The same knowledge with every row once, in the order of the ids, and without statements that were corrected. */
export function currentKnowledge(knowledge: Knowledge): Knowledge {
  return {
    statements: distinctById(knowledge.statements).filter(({ supersededBy }) => supersededBy === null),
    actions: distinctById(knowledge.actions),
    organizations: distinctById(knowledge.organizations),
    programs: distinctById(knowledge.programs),
    jointPrograms: distinctById(knowledge.jointPrograms),
    aidFlows: distinctById(knowledge.aidFlows),
    regions: knowledge.regions,
  };
}
