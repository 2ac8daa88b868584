import { findIndicator } from '../../contract/code-lists/indicators.ts';
import { contradictedStatements } from './contradicted-statements.ts';
import type { Contradiction } from './contradictions/contradiction.ts';
import { hasNumber } from './figure.ts';
import { isInferred } from './period-facts.ts';
import { areLengthsDifferent, periodLength } from './period-length.ts';
import { periodRelation } from './period-relation.ts';
import { traitsOf } from './qualifier-traits.ts';
import { hasSameLevels } from './same-levels.ts';
import { isSameSource } from './source-facts.ts';
import type { StatementFacts } from './statement-facts.ts';

export type ComparabilityVerdict = 'COMPARABLE' | 'WITH_CARE' | 'UNDETERMINED' | 'NOT_COMPARABLE';
export type ReasonWeight = 'BLOCKS' | 'OPEN' | 'CARE';

/** Codes by weight; within a weight in alphabetical order, which is the order of the answer. */
const CODES = {
  BLOCKS: [
    'BASIS_DIFFERS',
    'DEFINITION_DIFFERS',
    'INDICATOR_DIFFERS',
    'LENGTH_DIFFERS',
    'LEVEL_DIFFERS',
    'NO_NUMBER',
    'PLAN_VERSUS_FACT',
    'POPULATION_DIFFERS',
    'SUBJECT_KIND_DIFFERS',
    'UNIT_DIFFERS',
  ],
  OPEN: ['DEFINITION_UNSPECIFIED', 'PERIOD_UNKNOWN'],
  CARE: [
    'CONTRADICTED',
    'DEFINITION_SHARED_UNSPECIFIED',
    'METHOD_DIFFERS',
    'PERIOD_DIFFERS',
    'PERIOD_INFERRED',
    'SEVERAL_READINGS',
    'SOURCE_DIFFERS',
    'WEAK_QUALIFIER',
  ],
} as const;

export type ReasonCode = (typeof CODES)[ReasonWeight][number];

export interface ComparabilityReason {
  readonly code: ReasonCode;
  readonly weight: ReasonWeight;
}

export interface ComparabilityFacts {
  readonly verdict: ComparabilityVerdict;
  readonly reasons: readonly ComparabilityReason[];
  /** What is missing for a verdict, as `definition of <id>` or `period of <id>`. Empty: nothing. */
  readonly needs: readonly string[];
}

const WEIGHTS: readonly ReasonWeight[] = ['BLOCKS', 'OPEN', 'CARE'];
const VERDICTS: Readonly<Record<ReasonWeight, ComparabilityVerdict>> = {
  BLOCKS: 'NOT_COMPARABLE',
  OPEN: 'UNDETERMINED',
  CARE: 'WITH_CARE',
};

/**
 * Whether two statements may be compared, with every reason that holds.
 * Shape   two statements, contradictions of either (others make no difference) -> verdict, reasons, needs
 * Source  schema/GLOSSARY.md, "comparability"
 */
export function comparability(a: StatementFacts, b: StatementFacts, contradictions: readonly Contradiction[]): ComparabilityFacts {
  const contradicted = contradictedStatements(contradictions);
  const holds = reasonsThatHold(a, b, contradicted);
  const reasons = WEIGHTS.flatMap((weight) => CODES[weight].filter((code) => holds[code]).map((code) => ({ code, weight })));
  const weight = reasons[0]?.weight;
  return { verdict: weight === undefined ? 'COMPARABLE' : VERDICTS[weight], reasons, needs: needsOf(a, b, holds) };
}

function reasonsThatHold(a: StatementFacts, b: StatementFacts, contradicted: ReadonlySet<string>): Record<ReasonCode, boolean> {
  const either = (test: (statement: StatementFacts) => boolean): boolean => test(a) || test(b);
  const differ = (key: 'basis' | 'indicator' | 'population' | 'unit' | 'method'): boolean => a[key] !== b[key];
  const unspecified = [a, b].filter(isUnspecified).length;
  const [lengthA, lengthB] = [periodLength(a.period), periodLength(b.period)];
  return {
    BASIS_DIFFERS: differ('basis'),
    DEFINITION_DIFFERS: unspecified === 0 && a.definition !== b.definition,
    INDICATOR_DIFFERS: differ('indicator'),
    LENGTH_DIFFERS: either(isSummedOverTime) && lengthA !== null && lengthB !== null && areLengthsDifferent(lengthA, lengthB),
    LEVEL_DIFFERS: !hasSameLevels(a, b),
    NO_NUMBER: either((statement) => !hasNumber(statement)),
    PLAN_VERSUS_FACT: (a.period?.kind === 'PLAN') !== (b.period?.kind === 'PLAN'),
    POPULATION_DIFFERS: differ('population'),
    SUBJECT_KIND_DIFFERS: a.subject?.kind !== b.subject?.kind,
    UNIT_DIFFERS: differ('unit'),
    DEFINITION_UNSPECIFIED: unspecified === 1 || (unspecified === 2 && !isSameSource(a.source, b.source)),
    PERIOD_UNKNOWN: either((statement) => (statement.period?.start ?? null) === null),
    CONTRADICTED: either(({ id }) => contradicted.has(id)),
    DEFINITION_SHARED_UNSPECIFIED: unspecified === 2 && isSameSource(a.source, b.source),
    METHOD_DIFFERS: differ('method'),
    PERIOD_DIFFERS: periodRelation(a.period, b.period) !== 'EQUAL',
    PERIOD_INFERRED: either(({ period }) => isInferred(period)),
    SEVERAL_READINGS: either(({ readings }) => readings.length > 1),
    SOURCE_DIFFERS: !isSameSource(a.source, b.source),
    WEAK_QUALIFIER: either(isWeak),
  };
}

function needsOf(a: StatementFacts, b: StatementFacts, holds: Readonly<Record<ReasonCode, boolean>>): string[] {
  const definitions = holds.DEFINITION_UNSPECIFIED ? [a, b].filter(isUnspecified) : [];
  const periods = holds.PERIOD_UNKNOWN ? [a, b].filter(({ period }) => (period?.start ?? null) === null) : [];
  return [...definitions.map(({ id }) => `definition of ${id}`), ...periods.map(({ id }) => `period of ${id}`)];
}

function isUnspecified({ definition }: StatementFacts): boolean {
  return definition === 'UNSPECIFIED';
}

function isSummedOverTime({ indicator }: StatementFacts): boolean {
  return indicator !== null && findIndicator(indicator)?.timeRule === 'SUM';
}

function isWeak({ qualifier }: StatementFacts): boolean {
  const { shape, tail } = traitsOf(qualifier);
  return qualifier !== 'NO_NUMBER' && (tail !== 'none' || shape === 'vague');
}
