import { beginStream } from '../begin-stream.ts';
import type { Random } from '../random.ts';
import { synthKey } from '../synth-key.ts';
import type { RecordMaker, SynthRow, SynthWorld } from '../synth-world.ts';
import { Weighted } from '../weighted.ts';

const DONORS_PER_PERSON = 0.03;
const kinds = new Weighted([
  ['BLOOD', 55],
  ['IN_KIND', 30],
  ['MONEY', 15],
] as const);
/** Least days between two gifts of one donor: blood is not given sooner. */
const INTERVAL = 60;
const BLOOD_MILLILITERS = 450;

/** Made-up gifts; a donor is a key and nothing else, and gives things of one kind. */
export const donations: RecordMaker = {
  kind: 'donations',
  unitsOf: (world) => Math.ceil(world.persons * DONORS_PER_PERSON),
  make(world, unit) {
    const random = beginStream(world, 'donation', unit);
    const kind = kinds.draw(random) ?? 'BLOOD';
    const rows: SynthRow[] = [];
    const wanted = 1 + Math.floor(4 * random.unit() ** 3);
    let date = world.from + random.below(world.to - world.from + 1);
    while (rows.length < wanted && date <= world.to) {
      const gift = giftOf(kind, world, random);
      rows.push({
        sourceKey: synthKey('G', unit, rows.length),
        donorKey: synthKey('D', unit),
        kind,
        ...gift,
        date,
        actionId: null,
        glide: null,
      });
      date += INTERVAL + random.below(90);
    }
    return rows;
  },
};

function giftOf(kind: 'BLOOD' | 'IN_KIND' | 'MONEY', { currency }: SynthWorld, random: Random): { amount: number; unit: string } {
  if (kind === 'BLOOD') return { amount: BLOOD_MILLILITERS, unit: 'MLT' };
  const size = Math.exp(0.8 * random.normal());
  return kind === 'IN_KIND'
    ? { amount: Math.max(0.5, Math.round(size * 16) / 2), unit: 'KGM' }
    : { amount: Math.max(1, Math.round(size * 10)) * 500, unit: currency };
}
