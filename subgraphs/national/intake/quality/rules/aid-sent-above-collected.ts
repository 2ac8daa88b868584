import type { MappedRow, QualityRule } from '../../quality-rule.ts';
import { numberOf, textOf } from '../row-values.ts';

/** More goods sent to a disaster than were collected for it in the same place. */
export const aidSentAboveCollected: QualityRule = {
  code: 'AID_SENT_ABOVE_COLLECTED',
  family: 'PLAUSIBILITY',
  severity: 'WARNING',
  kinds: ['aid'],
  finds: 'goods sent to one disaster from one region that are certainly more than those collected',
  compare(rows) {
    const collected = rows.filter(({ values }) => textOf(values, 'stage') === 'COLLECTED');
    return rows
      .filter(
        (row) =>
          textOf(row.values, 'stage') === 'SENT' &&
          isAbove(
            row,
            collected.filter((other) => isSameEvent(row, other)),
          ),
      )
      .map(({ row }) => ({
        row,
        field: 'tonnes',
        hint: 'compare with what was collected: one of the two is told wrong, or something is missing',
      }));
  },
};

/** The country at the end of a GLIDE number does not count: one disaster may have struck several. */
function eventsOf({ values }: MappedRow): string[] {
  return (textOf(values, 'glide') ?? '')
    .split('|')
    .filter(Boolean)
    .map((glide) => glide.slice(0, -4));
}

function isSameEvent(a: MappedRow, b: MappedRow): boolean {
  const events = new Set(eventsOf(a));
  return a.values['origin_region'] === b.values['origin_region'] && eventsOf(b).some((event) => events.has(event));
}

function isAbove(sent: MappedRow, collected: readonly MappedRow[]): boolean {
  const least = numberOf(sent.values, 'lower');
  const most = collected.map(({ values }) => numberOf(values, 'upper'));
  if (least === null || most.length === 0 || most.includes(null)) return false;
  const sum = most.reduce<number>((total, upper) => total + (upper ?? 0), 0);
  // "More than" the very amount is more.
  return least > sum || (least === sum && String(sent.values['lower_open'] ?? '') === 'true');
}
