import { madePerson } from '../made-person.ts';
import { personKey } from '../synth-key.ts';
import type { RecordMaker } from '../synth-world.ts';

/** Made-up volunteers. */
export const persons: RecordMaker = {
  kind: 'persons',
  unitsOf: (world) => world.persons,
  make(world, unit) {
    const { bornOn, sex, regionId, joinedOn, isBlocked } = madePerson(world, unit);
    return [{ sourceKey: personKey(unit), birthDate: bornOn, sex, regionId, joinedOn, blocked: isBlocked ? 1 : 0 }];
  },
};
