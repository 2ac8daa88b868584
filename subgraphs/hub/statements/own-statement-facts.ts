import type { Statement } from '../../contract/values/statement.ts';
import { periodFacts } from '../merge/period-facts.ts';
import type { StatementFacts } from '../merge/statement-facts.ts';

/** A statement of the hub's own as the rules see it: of no country and of no region. */
export function ownStatementFacts(statement: Statement): StatementFacts {
  const { subject, period, source, qualifier } = statement;
  return {
    id: statement.id,
    country: null,
    subject: subject?.id == null ? null : { kind: subject.kind ?? 'OTHER', id: subject.id },
    indicator: statement.indicator ?? null,
    definition: statement.definition ?? 'UNSPECIFIED',
    basis: statement.basis ?? null,
    value: statement.value ?? null,
    lower: statement.lower ?? null,
    lowerOpen: statement.lowerOpen ?? null,
    upper: statement.upper ?? null,
    upperOpen: statement.upperOpen ?? null,
    qualifier: qualifier ?? 'OTHER',
    unit: statement.unit ?? null,
    period:
      period == null
        ? null
        : periodFacts({ edtf: period.edtf ?? null, duration: null, kind: period.kind ?? null, basis: period.basis ?? null }),
    regionIso: null,
    regionKey: null,
    levels: statement.levels ?? [],
    population: statement.population ?? null,
    method: statement.method ?? null,
    missingReason: statement.missingReason ?? null,
    source:
      source == null
        ? null
        : { id: source.id, key: source.key ?? null, knownFrom: source.knownFrom ?? null, knownFromBasis: source.knownFromBasis ?? null },
    readings: [],
    partOf: statement.partOf ?? [],
    overlaps: statement.overlaps ?? [],
    knownFrom: statement.knownFrom ?? null,
    supersededBy: statement.supersededBy ?? null,
  };
}
