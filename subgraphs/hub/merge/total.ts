import { findIndicator, type TimeRule } from '../../contract/code-lists/indicators.ts';
import { addUp, AT_LEAST_NOTHING, type Fold } from './add-up.ts';
import { compareIds, distinctById, seriesKey } from './countable.ts';
import { daysOf } from './days-of.ts';
import { excludeEarlierPeriods } from './exclusions/exclude-earlier-periods.ts';
import { excludeOverlaps } from './exclusions/exclude-overlaps.ts';
import { excludeParts } from './exclusions/exclude-parts.ts';
import { excludeRivals } from './exclusions/exclude-rivals.ts';
import { excludeUnfit } from './exclusions/exclude-unfit.ts';
import type { Exclusion, ExclusionReason, RefusalReason, StepResult } from './exclusions/exclusion.ts';
import { type Figure, hasNumber } from './figure.ts';
import type { RegionsByCountry } from './region-facts.ts';
import type { StatementFacts } from './statement-facts.ts';
import { type TotalWarning, totalWarnings } from './total-warnings.ts';

export type TotalMethod = 'SUM' | 'LAST_THEN_SUM' | 'MAX';

export interface TotalQuestion {
  readonly indicator: string;
  readonly definition: string;
  /** EDTF. Absent or null: any time. */
  readonly period?: string | null;
  /** Countries that were asked and did not answer: what they hold can only add more. */
  readonly unanswered: readonly string[];
  /** Ids of statements that are a side of an open contradiction, see contradictedStatements. */
  readonly contradicted: ReadonlySet<string>;
  /** Regions of the countries that told them: they show whether two codes are of one list. */
  readonly regions: RegionsByCountry;
}

/** What is left out of a total, and why. */
export interface TotalExclusion {
  readonly statement: StatementFacts;
  readonly reason: ExclusionReason;
  /** Id of the statement it yields to. Null: it yields to none. */
  readonly against: string | null;
}

export interface TotalFacts extends Omit<Figure, 'qualifier'> {
  /** Null: refused. */
  readonly qualifier: Figure['qualifier'] | null;
  readonly unit: string | null;
  readonly method: TotalMethod;
  readonly refusal: RefusalReason | null;
  /** What was added, or could not be; in the order of the ids. */
  readonly used: readonly StatementFacts[];
  readonly excluded: readonly TotalExclusion[];
  readonly warnings: readonly TotalWarning[];
}

const NO_FIGURE = { value: null, lower: null, lowerOpen: null, upper: null, upperOpen: null, qualifier: null };
const METHODS: Readonly<Record<TimeRule, TotalMethod>> = { LAST: 'LAST_THEN_SUM', SUM: 'SUM', MAX: 'MAX', none: 'SUM' };

/**
 * Adds up what was said of one indicator under one definition, as far as that is allowed; whatever is left out is named with its reason.
 * Shape   statements in reach, question -> figure or refusal, with the statements used and left out
 * Unit    that of the indicator
 * Errors  RangeError when the period is no EDTF
 * Source  schema/GLOSSARY.md, "total"
 */
export function total(statements: readonly StatementFacts[], question: TotalQuestion): TotalFacts {
  const indicator = findIndicator(question.indicator);
  const timeRule = indicator?.timeRule ?? 'none';
  const all = distinctById(statements);
  const told = all.filter((statement) => statement.supersededBy === null && statement.indicator === question.indicator);
  const partOf = new Map(all.map((statement) => [statement.id, statement.partOf]));
  const {
    kept,
    excluded,
    refusal: earlyRefusal,
  } = takeSteps(told, [
    (rows) => excludeUnfit(rows, { definition: question.definition, days: daysOf(question.period ?? null) }),
    (rows) => excludeEarlierPeriods(rows, timeRule),
    (rows) => excludeRivals(rows),
    (rows) => excludeParts(rows, partOf),
    (rows) => excludeOverlaps(rows, { timeRule, regions: question.regions }),
  ]);
  const used = kept.toSorted(compareIds);
  const canAddMore = question.unanswered.length > 0 || excluded.some(({ reason }) => reason === 'OVERLAPS');
  const refusal = earlyRefusal ?? refusalOf(used, { isAddable: indicator?.placeRule === 'SUM', canAddMore });
  const figure = refusal === null ? addUp([...used.filter(hasNumber), ...(canAddMore ? [AT_LEAST_NOTHING] : [])], foldOf(timeRule)) : null;
  return {
    ...(figure ?? NO_FIGURE),
    unit: indicator?.unit ?? null,
    method: METHODS[timeRule],
    refusal: refusal ?? figure?.refusal ?? null,
    used,
    excluded: excluded
      .toSorted((a, b) => compareIds(a.row, b.row))
      .map(({ row, reason, against }) => ({ statement: row, reason, against })),
    warnings: totalWarnings(used, question.contradicted),
  };
}

type Step = (rows: readonly StatementFacts[]) => StepResult<StatementFacts>;

function takeSteps(rows: readonly StatementFacts[], steps: readonly Step[]): StepResult<StatementFacts> {
  const excluded: Exclusion<StatementFacts>[] = [];
  let kept = rows;
  for (const step of steps) {
    const result = step(kept);
    kept = result.kept;
    excluded.push(...result.excluded);
    if (result.refusal !== null) return { kept, excluded, refusal: result.refusal };
  }
  return { kept, excluded, refusal: null };
}

/** Last step: what stays may still be of different kinds. */
function refusalOf(
  parts: readonly StatementFacts[],
  { isAddable, canAddMore }: { readonly isAddable: boolean; readonly canAddMore: boolean },
): RefusalReason | null {
  if (parts.length === 0) return 'NOTHING_TO_ADD';
  const unspecified = parts.filter(({ definition }) => definition === 'UNSPECIFIED');
  if (new Set(unspecified.map(({ id, source }) => source?.key ?? source?.id ?? id)).size > 1) return 'DEFINITION_UNSPECIFIED';
  // "At least" would be false as well: a lowest age may be lower where nobody answered.
  if (!isAddable && (canAddMore || new Set(parts.map(seriesKey)).size > 1)) return 'NOT_ADDABLE';
  // A sum over two units, or over what was told and what was counted, would be of neither.
  return new Set(parts.map(({ unit, basis }) => JSON.stringify([unit, basis]))).size > 1 ? 'NOT_ADDABLE' : null;
}

function foldOf(timeRule: TimeRule): Fold {
  return timeRule === 'MAX' ? 'MAX' : 'SUM';
}
