import { addUp, AT_LEAST_NOTHING } from './add-up.ts';
import type { AidFlowFacts } from './aid-flow-facts.ts';
import { compareIds, type Countable, distinctById } from './countable.ts';
import { excludeOverlaps } from './exclusions/exclude-overlaps.ts';
import { reasonAgainstPeriod } from './exclusions/reason-against-period.ts';
import { excludeRivals } from './exclusions/exclude-rivals.ts';
import { type Exclusion, type ExclusionReason, putAside, type RefusalReason } from './exclusions/exclusion.ts';
import { type Figure, hasNumber } from './figure.ts';
import { daysOf } from './days-of.ts';
import { isSameDisaster } from './is-same-disaster.ts';
import type { RegionsByCountry } from './region-facts.ts';

export interface AidQuestion {
  /** GLIDE number; the country at its end makes no difference. */
  readonly glide: string;
  /** EDTF. Absent or null: any time. */
  readonly period?: string | null;
  /** Countries that were asked and did not answer: what they hold can only add more. */
  readonly unanswered: readonly string[];
  readonly regions: RegionsByCountry;
}

/** What is left out of a stage, and why. */
export interface AidExclusionFacts {
  readonly flow: AidFlowFacts;
  readonly reason: ExclusionReason;
  readonly against: string | null;
}

/** The goods of one stage. There is no sum over stages: two stages may tell of the same goods. */
export interface AidStageFacts extends Omit<Figure, 'qualifier'> {
  readonly stage: string;
  /** Null: refused. */
  readonly qualifier: Figure['qualifier'] | null;
  readonly unit: string | null;
  readonly refusal: RefusalReason | null;
  readonly used: readonly AidFlowFacts[];
  readonly excluded: readonly AidExclusionFacts[];
}

const STAGES: readonly string[] = ['PLEDGED', 'COLLECTED', 'SENT', 'RECEIVED', 'OTHER'];
const NO_FIGURE = { value: null, lower: null, lowerOpen: null, upper: null, upperOpen: null, qualifier: null };

type Part = Countable & { readonly flow: AidFlowFacts };

/**
 * Adds up the aid of one disaster within each stage that has a flow, in the order of the stages.
 * Shape   flows, question -> one total for each stage
 * Unit    that of the flows, which is one for each stage
 * Errors  RangeError when the period is no EDTF
 * Source  schema/GLOSSARY.md, "aid summary"
 */
export function aidSummary(flows: readonly AidFlowFacts[], question: AidQuestion): AidStageFacts[] {
  const ofDisaster = distinctById(flows).filter(({ glide }) => glide.some((number) => isSameDisaster(number, question.glide)));
  const stages = Map.groupBy(ofDisaster, ({ stage }) => (STAGES.includes(stage) ? stage : 'OTHER'));
  return STAGES.flatMap((stage) => {
    const told = stages.get(stage);
    return told === undefined ? [] : [stageTotal(stage, told, question)];
  });
}

function stageTotal(stage: string, flows: readonly AidFlowFacts[], { period = null, unanswered, regions }: AidQuestion): AidStageFacts {
  const days = daysOf(period);
  const unfit = putAside(flows.map(asPart), (row) => {
    const reason = hasNumber(row) ? reasonAgainstPeriod(row.period, days) : 'NO_NUMBER';
    return reason === null ? null : { row, reason, against: null };
  });
  const rivals = excludeRivals(unfit.kept);
  // No flow is declared part of another, and a region lies in no stated origin: the step between has nothing to do here.
  const overlaps = rivals.refusal === null ? excludeOverlaps(rivals.kept, { timeRule: 'SUM', regions }) : { ...rivals, excluded: [] };
  const used = overlaps.kept.toSorted(compareIds);
  const excluded = [unfit, rivals, overlaps].flatMap((step) => step.excluded);
  const canAddMore = unanswered.length > 0 || overlaps.excluded.length > 0;
  const refusal = overlaps.refusal ?? refusalOf(stage, used);
  const figure = refusal === null ? addUp([...used.filter(hasNumber), ...(canAddMore ? [AT_LEAST_NOTHING] : [])], 'SUM') : null;
  return {
    ...(figure ?? NO_FIGURE),
    stage,
    unit: used[0]?.flow.unit ?? null,
    refusal: refusal ?? figure?.refusal ?? null,
    used: used.map(({ flow }) => flow),
    excluded: excluded.toSorted((a, b) => compareIds(a.row, b.row)).map(toExclusion),
  };
}

/** A flow as the steps see it: its origin is the subject. Where the origin is not stated it may be anywhere in the country. */
function asPart(flow: AidFlowFacts): Part {
  const { originKey, country } = flow;
  const ofCountry = country === null ? null : { kind: 'COUNTRY', id: country };
  const subject = originKey === null ? ofCountry : { kind: 'REGION', id: originKey };
  return { ...flow, flow, subject, regionKey: null, levels: [], population: null };
}

function refusalOf(stage: string, parts: readonly Part[]): RefusalReason | null {
  if (parts.length === 0) return 'NOTHING_TO_ADD';
  // Stages that the list does not know may be different ones.
  const isMixed = (stage === 'OTHER' && parts.length > 1) || new Set(parts.map(({ flow }) => flow.unit)).size > 1;
  return isMixed ? 'NOT_ADDABLE' : null;
}

function toExclusion({ row, reason, against }: Exclusion<Part>): AidExclusionFacts {
  return { flow: row.flow, reason, against };
}
