import type { TimeRule } from '../../../contract/code-lists/indicators.ts';
import { areaOf, areDisjointAreas } from '../area.ts';
import { areDeclaredOverlapping, compareIds, compareKnownFrom, type Countable, isSameSubject, seriesKey } from '../countable.ts';
import { periodRelation } from '../period-relation.ts';
import { compareShapes, traitsOf } from '../qualifier-traits.ts';
import type { RegionsByCountry } from '../region-facts.ts';
import type { Exclusion, StepResult } from './exclusion.ts';

/** From wide to narrow; what is not listed is narrower than all. */
const SUBJECT_WIDTH: readonly string[] = ['COUNTRY', 'REGION', 'ORGANIZATION', 'UNIT', 'PROGRAM', 'ACTION'];

export interface OverlapRules {
  readonly timeRule: TimeRule;
  readonly regions: RegionsByCountry;
}

/**
 * Fifth step: of rows that are not shown to be disjoint one stays: the wider subject, the firmer words, the later known, the smaller id.
 * Source  schema/GLOSSARY.md, "total", step 5
 */
export function excludeOverlaps<Row extends Countable>(rows: readonly Row[], rules: OverlapRules): StepResult<Row> {
  const kept: Row[] = [];
  const excluded: Exclusion<Row>[] = [];
  for (const row of rows.toSorted(byPrecedence)) {
    const against = kept.find((other) => !areDisjoint(row, other, rules));
    if (against === undefined) kept.push(row);
    else excluded.push({ row, reason: 'OVERLAPS', against: against.id });
  }
  return { kept, excluded, refusal: null };
}

function byPrecedence(a: Countable, b: Countable): number {
  return (
    widthOf(a) - widthOf(b) ||
    compareShapes(traitsOf(a.qualifier).shape, traitsOf(b.qualifier).shape) ||
    compareKnownFrom(a, b) ||
    compareIds(a, b)
  );
}

/** A subject in the whole country is wider than one of its kind in a region. */
function widthOf({ subject, regionKey }: Countable): number {
  const rank = SUBJECT_WIDTH.indexOf(subject?.kind ?? '');
  const isArea = subject?.kind === 'COUNTRY' || subject?.kind === 'REGION';
  return (rank < 0 ? SUBJECT_WIDTH.length : rank) * 2 + (isArea || regionKey === null ? 0 : 1);
}

function areDisjoint(a: Countable, b: Countable, { timeRule, regions }: OverlapRules): boolean {
  if (areDeclaredOverlapping(a, b)) return false;
  const [areaA, areaB] = [areaOf(a), areaOf(b)];
  if (areaA !== null && areaB !== null && areDisjointAreas(areaA, areaB, regions)) return true;
  if (!isSameSubject(a, b)) return false;
  const relation = periodRelation(a.period, b.period);
  if (timeRule === 'SUM' && relation === 'DISJOINT') return true;
  // The greatest of a series over time stays the greatest, whatever its periods share.
  if (timeRule === 'MAX' && seriesKey(a) === seriesKey(b)) return true;
  return relation === 'EQUAL' && (haveDisjointLevels(a, b) || haveDisjointPopulations(a, b));
}

function haveDisjointLevels({ levels: a }: Countable, { levels: b }: Countable): boolean {
  return a.length > 0 && b.length > 0 && !a.some((level) => b.includes(level));
}

function haveDisjointPopulations({ population: a }: Countable, { population: b }: Countable): boolean {
  return a !== null && b !== null && a !== b;
}
