interface StatementFacts {
  readonly id: string;
  readonly subjectId: string;
  readonly indicator: string;
  readonly definition: string;
  readonly value: number | null;
  readonly qualifier: string;
  readonly periodKind: string | null;
  readonly periodStart: string | null;
  readonly method: string | null;
  readonly missingReason: string | null;
}

const JUMP_UP = 1.5;
const JUMP_DOWN = 2 / 3;

/**
 * The SDMX status of every statement: the first rule that applies.
 * Shape   statements of one network -> status by id
 * Source  schema/GLOSSARY.md, "observation status"
 */
export function deriveObsStatus(statements: readonly StatementFacts[]): Map<string, string> {
  const breaks = findBreaks(statements);
  return new Map(statements.map((statement) => [statement.id, statusOf(statement, breaks)]));
}

function statusOf({ id, qualifier, periodKind, method, missingReason }: StatementFacts, breaks: ReadonlySet<string>): string {
  if (missingReason === 'SUPPRESSED') return 'Q';
  if (qualifier === 'NO_NUMBER') return 'L';
  if (periodKind === 'PLAN') return 'F';
  if (breaks.has(id)) return 'B';
  return method === 'PRESS_STATEMENT' ? 'V' : 'A';
}

/** The later of two consecutive years of one series that differ by half or more: likelier a new way of counting than growth. */
function findBreaks(statements: readonly StatementFacts[]): Set<string> {
  const yearly = statements.filter(({ periodKind, value, periodStart }) => periodKind === 'YEAR' && value !== null && periodStart !== null);
  const series = Map.groupBy(yearly, ({ subjectId, indicator, definition }) => [subjectId, indicator, definition].join('|'));
  const breaks = new Set<string>();
  for (const members of series.values()) {
    for (const later of members) {
      const before = members.find(({ periodStart }) => yearOf(periodStart) === yearOf(later.periodStart) - 1);
      if (before?.value == null || later.value === null || before.value === 0) continue;
      const ratio = later.value / before.value;
      if (ratio >= JUMP_UP || ratio <= JUMP_DOWN) breaks.add(later.id);
    }
  }
  return breaks;
}

function yearOf(day: string | null): number {
  return Number(day?.slice(0, 4));
}
