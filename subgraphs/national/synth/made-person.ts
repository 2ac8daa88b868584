import { beginStream } from './begin-stream.ts';
import { birthday, type Day } from './day.ts';
import type { Random } from './random.ts';
import type { SynthWorld } from './synth-world.ts';
import { Weighted } from './weighted.ts';

/** A volunteer who never was. */
export interface MadePerson {
  readonly sex: 'F' | 'M' | 'U';
  /** Null: the registry does not know it. */
  readonly bornOn: Day | null;
  readonly regionId: string | null;
  readonly joinedOn: Day;
  readonly isBlocked: boolean;
  /** The last day on which the person takes part: a withdrawn consent ends it. */
  readonly activeUntil: Day;
  /** The day on which the person withdrew consent. */
  readonly withdrewOn: Day | null;
  readonly comesOfAgeOn: Day | null;
  readonly isMinorWhenJoining: boolean;
}

export const YOUNGEST = 7;
export const FULL_AGE = 18;
const OLDEST = 74;
/** How long before the end of the period somebody may have joined. Unit: day. */
const LONGEST_MEMBERSHIP = 6 * 365;

/** Completed years on the last day: few children, many pupils, most of all students, and a long tail of the working and the old. */
const ages = new Weighted(
  Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, index): [number, number] => [YOUNGEST + index, weightOfAge(YOUNGEST + index)]),
);

function weightOfAge(age: number): number {
  if (age < 14) return 0.3 + (age - YOUNGEST) * 0.15;
  if (age < 18) return 2 + (age - 14) * 0.6;
  if (age < 24) return 6 - Math.abs(age - 20) * 0.5;
  if (age < 30) return 2.4 - (age - 24) * 0.18;
  return Math.max(0.22, 1.3 - (age - 30) * 0.026);
}

const sexes = new Weighted([
  ['F', 62],
  ['M', 36],
  ['U', 2],
] as const);

/** The person of a number: the same whoever asks, so nobody has to be kept in memory. */
export function madePerson(world: SynthWorld, unit: number): MadePerson {
  const random = beginStream(world, 'person', unit);
  const age = ages.draw(random) ?? YOUNGEST;
  const born = world.to - Math.floor(age * 365.2425) - 1 - random.below(364);
  const joinedOn = dayOfJoining(world, born, random);
  const withdrewOn = random.chance(0.004) ? joinedOn + random.below(world.to - joinedOn + 1) : null;
  const knowsBirth = !random.chance(0.006);
  const comesOfAgeOn = knowsBirth ? birthday(born, FULL_AGE) : null;
  return {
    sex: sexes.draw(random) ?? 'U',
    bornOn: knowsBirth ? born : null,
    regionId: random.chance(0.008) ? null : (world.regions.draw(random) ?? null),
    joinedOn,
    isBlocked: random.chance(0.003),
    activeUntil: withdrewOn === null ? world.to : withdrewOn - 1,
    withdrewOn,
    comesOfAgeOn,
    isMinorWhenJoining: comesOfAgeOn !== null && joinedOn < comesOfAgeOn,
  };
}

/** More joined lately than long ago, and nobody before the youngest age. */
function dayOfJoining(world: SynthWorld, born: Day, random: Random): Day {
  const first = Math.max(world.to - LONGEST_MEMBERSHIP, birthday(born, YOUNGEST));
  return world.to - Math.floor(Math.max(0, world.to - first) * random.unit() ** 1.4);
}
