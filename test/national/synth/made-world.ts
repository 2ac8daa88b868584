import { network as kazakhstan } from '../../../subgraphs/kazakhstan/network.ts';
import { network as russia } from '../../../subgraphs/russia/network.ts';
import { network as uzbekistan } from '../../../subgraphs/uzbekistan/network.ts';
import { dayOf } from '../../../subgraphs/national/synth/day.ts';
import { readWorld } from '../../../subgraphs/national/synth/read-world.ts';
import { recordMakers } from '../../../subgraphs/national/synth/records/record-makers.ts';
import { readSynthProfile } from '../../../subgraphs/national/synth/synth-profile.ts';
import type { SynthRow, SynthWorld } from '../../../subgraphs/national/synth/synth-world.ts';

export const networks = [
  ['kz', kazakhstan],
  ['ru', russia],
  ['uz', uzbekistan],
] as const;

export const period = { from: dayOf(2024, 1, 1), to: dayOf(2025, 12, 31) };

/** A made-up Kazakhstan as rows by kind, before they are written. */
export async function madeRows(persons: number, seed = 1): Promise<{ world: SynthWorld; rows: Record<string, SynthRow[]> }> {
  const profile = await readSynthProfile(new URL('../synth.yaml', kazakhstan.dataFolder));
  const { world } = await readWorld(kazakhstan, profile, { persons, seed, ...period });
  const rows = recordMakers.map((maker): [string, SynthRow[]] => {
    const units = Array.from({ length: maker.unitsOf(world) }, (_, unit) => [...maker.make(world, unit)]);
    return [maker.kind, units.flat()];
  });
  return { world, rows: Object.fromEntries(rows) };
}
