import { beginStream } from '../begin-stream.ts';
import { synthKey } from '../synth-key.ts';
import type { RecordMaker } from '../synth-world.ts';
import { Weighted } from '../weighted.ts';

const PER_PERSON = 0.06;
const REQUESTERS_PER_REQUEST = 0.7;
const categories = Weighted.falling(['FOOD_PARCELS', 'MEDICINE', 'TRANSPORT', 'COMPANY', 'REPAIRS', 'DIGITAL_HELP']);
const outcomes = new Weighted([
  ['DONE', 86],
  ['CANCELLED', 9],
  ['PASSED_ON', 5],
] as const);

/** Made-up requests for help; a requester is a key and nothing else. */
export const helpRequests: RecordMaker = {
  kind: 'help-requests',
  unitsOf: (world) => Math.ceil(world.persons * PER_PERSON),
  make(world, unit) {
    const random = beginStream(world, 'help-request', unit);
    const requester = random.below(Math.ceil(helpRequests.unitsOf(world) * REQUESTERS_PER_REQUEST));
    const openedAt = world.from + random.below(world.to - world.from + 1);
    const closedAt = openedAt + Math.floor(2 * Math.exp(0.9 * random.normal()));
    const isClosed = closedAt <= world.to;
    return [
      {
        sourceKey: synthKey('H', unit),
        requesterKey: synthKey('Q', requester),
        category: categories.draw(random) ?? null,
        regionId: world.regions.draw(random) ?? null,
        openedAt,
        closedAt: isClosed ? closedAt : null,
        outcome: isClosed ? (outcomes.draw(random) ?? null) : null,
      },
    ];
  },
};
