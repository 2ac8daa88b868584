import { compareIds } from '../countable.ts';
import { actionTwice } from './action-twice.ts';
import { branchesAboveRegions } from './branches-above-regions.ts';
import { contradictionId } from './contradiction-id.ts';
import type { ContradictionRule } from './contradiction-rule.ts';
import type { Contradiction, Finding } from './contradiction.ts';
import { disjointValues } from './disjoint-values.ts';
import { funnelPeriods } from './funnel-periods.ts';
import { funnelUnits } from './funnel-units.ts';
import { jump } from './jump.ts';
import { currentKnowledge, type Knowledge } from './knowledge.ts';
import { laterStageAboveEarlier } from './later-stage-above-earlier.ts';
import { partAboveWhole } from './part-above-whole.ts';
import { rhythmExceeded } from './rhythm-exceeded.ts';
import { sameFigureOtherDefinition } from './same-figure-other-definition.ts';
import { sameFigureOtherPeriod } from './same-figure-other-period.ts';
import { sameNameOtherRow } from './same-name-other-row.ts';
import { severalReadings } from './several-readings.ts';
import { smallShare } from './small-share.ts';
import { toldTwice } from './told-twice.ts';

/** All rules, in the order of the glossary. */
export const contradictionRules: readonly ContradictionRule[] = [
  sameFigureOtherPeriod,
  disjointValues,
  jump,
  partAboveWhole,
  sameFigureOtherDefinition,
  toldTwice,
  laterStageAboveEarlier,
  funnelUnits,
  funnelPeriods,
  rhythmExceeded,
  severalReadings,
  branchesAboveRegions,
  smallShare,
  sameNameOtherRow,
  actionTwice,
];

/**
 * Everything that does not go together in what is known. Rows are kept as they are: nothing is repaired or preferred.
 * Shape   knowledge -> contradictions in the order of their ids, all OPEN; the order of the knowledge makes no difference
 * Source  schema/GLOSSARY.md, "contradiction"
 */
export function findContradictions(knowledge: Knowledge): Contradiction[] {
  const current = currentKnowledge(knowledge);
  return inOrder(contradictionRules.flatMap((rule) => findBy(rule, current)));
}

/** The same, with a pause after each rule, so that others have their turn while much is known. */
export async function findContradictionsPausing(knowledge: Knowledge, pause: () => Promise<unknown>): Promise<Contradiction[]> {
  const current = currentKnowledge(knowledge);
  const found: Contradiction[] = [];
  for (const rule of contradictionRules) {
    found.push(...findBy(rule, current));
    await pause();
  }
  return inOrder(found);
}

function findBy(rule: ContradictionRule, current: Knowledge): Contradiction[] {
  return rule.find(current).map((finding) => toContradiction(rule, finding));
}

function inOrder(found: readonly Contradiction[]): Contradiction[] {
  return [...new Map(found.map((contradiction) => [contradiction.id, contradiction])).values()].toSorted(compareIds);
}

function toContradiction({ rule, kind }: ContradictionRule, finding: Finding): Contradiction {
  const sides = [...finding.a, ...finding.b];
  const statements = sides.filter((side) => side.kind === 'STATEMENT').map(({ id }) => id);
  return {
    ...finding,
    id: contradictionId(
      rule,
      sides.map(({ id }) => id),
    ),
    rule,
    kind,
    statements: statements.toSorted(),
    status: 'OPEN',
  };
}
