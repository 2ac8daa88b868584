import { beginStream } from '../begin-stream.ts';
import { synthKey } from '../synth-key.ts';
import type { RecordMaker } from '../synth-world.ts';
import { Weighted } from '../weighted.ts';

const PER_PERSON = 0.008;
const outcomes = new Weighted([
  ['FOUND_ALIVE', 81],
  ['FOUND_DEAD', 7],
  ['NOT_FOUND', 8],
  ['CANCELLED', 4],
] as const);

/** Made-up searches for missing people. */
export const searchCases: RecordMaker = {
  kind: 'search-cases',
  unitsOf: (world) => Math.ceil(world.persons * PER_PERSON),
  make(world, unit) {
    const random = beginStream(world, 'search-case', unit);
    const openedAt = world.from + random.below(world.to - world.from + 1);
    const closedAt = openedAt + Math.floor(1.5 * Math.exp(1.1 * random.normal()));
    const isClosed = closedAt <= world.to;
    return [
      {
        sourceKey: synthKey('S', unit),
        regionId: world.regions.draw(random) ?? null,
        openedAt,
        closedAt: isClosed ? closedAt : null,
        outcome: isClosed ? (outcomes.draw(random) ?? null) : null,
        personsSought: random.chance(0.9) ? 1 : 2 + random.below(4),
        teams: 1 + Math.floor(3 * random.unit() ** 2 * 4),
      },
    ];
  },
};
