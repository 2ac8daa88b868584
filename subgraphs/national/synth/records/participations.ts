import { beginStream } from '../begin-stream.ts';
import { partsOf, weekdayOf } from '../day.ts';
import { madePerson } from '../made-person.ts';
import type { Random } from '../random.ts';
import { personKey, synthKey } from '../synth-key.ts';
import type { RecordMaker, SynthRow } from '../synth-world.ts';
import { Weighted } from '../weighted.ts';

/** Pareto with this exponent: a fifth of the active give four fifths of the work. */
const EXPONENT = 1.16;
const LEAST = 1.35;
const MOST = 200;
/** Work at the time of exams and holidays, and of spring and autumn campaigns: January first. */
const SEASON = [0.62, 0.72, 0.88, 1, 0.96, 0.78, 0.66, 0.7, 0.94, 1, 0.9, 0.86];
const WEEKEND = 1;
const WEEKDAY = 0.42;
const MEDIAN_MINUTES = 150;
const SPREAD = 0.62;
const LONGEST_MINUTES = 600;
/** People write down round times. Unit: minute; then how often. */
const heaps = new Weighted([
  [60, 50],
  [30, 27],
  [15, 16],
  [5, 7],
]);
const roles = Weighted.falling(['VOLUNTEER', 'TEAM_LEADER', 'DRIVER', 'COORDINATOR', 'MENTOR']);
const confirmers = Weighted.falling(['COORDINATOR_OFFICE', 'REGIONAL_OFFICE', 'ORGANIZER']);

/** Made-up work: one row for each person and day, none for whoever only registered. */
export const participations: RecordMaker = {
  kind: 'participations',
  unitsOf: (world) => world.persons,
  *make(world, unit): Generator<SynthRow> {
    const random = beginStream(world, 'participation', unit);
    if (random.chance(0.15)) return;
    const { joinedOn, activeUntil } = madePerson(world, unit);
    const first = Math.max(world.from, joinedOn);
    const span = activeUntil - first + 1;
    if (span < 1) return;
    const wanted = Math.min(MOST, Math.floor(LEAST * (1 - random.unit()) ** (-1 / EXPONENT)));
    const days = new Set<number>();
    // Whoever joined lately has fewer days to choose from than days wanted.
    for (let attempt = 0; attempt < wanted * 2 && days.size < wanted; attempt += 1) days.add(workday(first, span, random));
    let row = 0;
    for (const date of [...days].sort((a, b) => a - b)) {
      yield {
        sourceKey: synthKey('W', unit, row),
        personKey: personKey(unit),
        actionId: null,
        role: roles.draw(random) ?? null,
        date,
        minutes: minutesOfWork(random),
        confirmedBy: random.chance(0.08) ? null : (confirmers.draw(random) ?? null),
      };
      row += 1;
    }
  },
};

function workday(first: number, span: number, random: Random): number {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const day = first + random.below(span);
    const isWeekend = weekdayOf(day) % 6 === 0;
    if (random.chance((SEASON[partsOf(day).month - 1] ?? 1) * (isWeekend ? WEEKEND : WEEKDAY))) return day;
  }
  return first;
}

function minutesOfWork(random: Random): number {
  const heap = heaps.draw(random) ?? 60;
  const exact = MEDIAN_MINUTES * Math.exp(SPREAD * random.normal());
  return Math.min(LONGEST_MINUTES, Math.max(heap === 60 ? 60 : 15, Math.round(exact / heap) * heap));
}
