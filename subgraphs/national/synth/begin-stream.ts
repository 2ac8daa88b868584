import { Random } from './random.ts';
import { type Purpose, purposes, type SynthWorld } from './synth-world.ts';

/** The stream of one unit for one purpose. */
export const beginStream = (world: SynthWorld, purpose: Purpose, unit: number): Random =>
  new Random().begin(world.seed, purposes.indexOf(purpose) + 1, unit);
