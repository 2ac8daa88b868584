import { beginStream } from '../begin-stream.ts';
import { madePerson } from '../made-person.ts';
import { personKey, synthKey } from '../synth-key.ts';
import type { RecordMaker } from '../synth-world.ts';
import { Weighted } from '../weighted.ts';

const courses = Weighted.falling(['FIRST_AID', 'WORK_WITH_CHILDREN', 'SEARCH_METHODS', 'EVENT_SERVICE', 'CARE_OF_THE_OLD']);
const VALID_DAYS = 730;

/** Made-up courses. */
export const trainings: RecordMaker = {
  kind: 'trainings',
  unitsOf: (world) => world.persons,
  make(world, unit) {
    const random = beginStream(world, 'training', unit);
    if (!random.chance(0.14)) return [];
    const { joinedOn } = madePerson(world, unit);
    const first = Math.max(world.from, joinedOn);
    const finishedOn = first + random.below(world.to - first + 1);
    return [
      {
        sourceKey: synthKey('T', unit),
        personKey: personKey(unit),
        programId: random.pick(world.programs) ?? null,
        course: courses.draw(random) ?? null,
        finishedOn,
        validUntil: random.chance(0.6) ? finishedOn + VALID_DAYS : null,
      },
    ];
  },
};
