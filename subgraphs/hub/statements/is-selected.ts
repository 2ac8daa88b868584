import type { StatementFilter } from '../../contract/arguments/statement-filter.ts';
import { parseEdtf } from '../../contract/periods/parse-edtf.ts';
import type { Statement } from '../../contract/values/statement.ts';

/**
 * Whether a statement of the hub's own is one of those that a filter leaves: the same rules as at the doors.
 * A filter for countries leaves none of them, since they are of no country; so does one for regions.
 */
export function isSelected(statement: Statement, filter: StatementFilter, asOf?: string | null): boolean {
  const { countries, ids, subjects, subjectKinds, indicators, definitions, regions, levels, qualifiers, period, bases, sourceKeys } =
    filter;
  return (
    (asOf == null || (statement.knownFrom != null && statement.knownFrom <= asOf)) &&
    countries == null &&
    regions == null &&
    isOneOf(statement.id, ids) &&
    isOneOf(statement.subject?.id, subjects) &&
    isOneOf(statement.subject?.kind, subjectKinds) &&
    isOneOf(statement.indicator, indicators) &&
    isOneOf(statement.definition, definitions) &&
    isOneOf(statement.qualifier, qualifiers) &&
    isOneOf(statement.basis, bases) &&
    isOneOf(statement.source?.key, sourceKeys) &&
    (levels == null || (statement.levels ?? []).some((level) => levels.some((asked) => asked === level))) &&
    (period == null || sharesDay(statement, period))
  );
}

function isOneOf(value: string | null | undefined, accepted: readonly string[] | null | undefined): boolean {
  return accepted == null || (value != null && accepted.includes(value));
}

/** As at the doors: an unknown end counts as the first day, an undated statement shares no day. */
function sharesDay({ period }: Statement, asked: string): boolean {
  const days = parseEdtf(asked);
  const own = period?.edtf == null ? null : parseEdtf(period.edtf);
  if (days === null || own?.start == null) return false;
  return days.start !== null && own.start <= (days.end ?? days.start) && (own.end ?? own.start) >= days.start;
}
