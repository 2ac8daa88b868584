import { beginStream } from '../begin-stream.ts';
import { madePerson } from '../made-person.ts';
import { personKey, synthKey } from '../synth-key.ts';
import type { RecordMaker, SynthRow } from '../synth-world.ts';
import { Weighted } from '../weighted.ts';

const roles = Weighted.falling(['MEMBER', 'TEAM_LEADER', 'COORDINATOR']);

/** Made-up memberships: most volunteers are in one organization, some in two, some in none. */
export const memberships: RecordMaker = {
  kind: 'memberships',
  unitsOf: (world) => world.persons,
  make(world, unit) {
    const random = beginStream(world, 'membership', unit);
    const { joinedOn } = madePerson(world, unit);
    const { organizations } = world;
    const rows: SynthRow[] = [];
    const wanted = random.chance(0.35) ? 0 : 1 + Number(random.chance(0.12));
    // Two of one person are never in the same organization.
    const first = Math.floor(organizations.length * random.unit() ** 2);
    for (let row = 0; row < Math.min(wanted, organizations.length); row += 1) {
      const startedOn = joinedOn + random.below(world.to - joinedOn + 1);
      const endedOn = random.chance(0.15) ? startedOn + random.below(world.to - startedOn + 1) : null;
      rows.push({
        sourceKey: synthKey('M', unit, row),
        personKey: personKey(unit),
        organizationId: organizations[(first + row) % organizations.length] ?? null,
        unitId: null,
        role: roles.draw(random) ?? null,
        startedOn,
        endedOn,
      });
    }
    return rows;
  },
};
