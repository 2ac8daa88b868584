import { fileURLToPath } from 'node:url';
import { type CsvRow, readCsvFile } from '../../storage/read-csv-file.ts';
import type { Network } from '../network.ts';
import type { Day } from './day.ts';
import type { SynthProfile } from './synth-profile.ts';
import type { SynthWorld } from './synth-world.ts';
import { Weighted } from './weighted.ts';

/** What the caller chooses. */
export interface SynthRequest {
  readonly seed: number;
  readonly persons: number;
  readonly from: Day;
  readonly to: Day;
}

/**
 * What a network's rows are drawn from, and what its regions are called in its exports.
 * Errors  DataFileError
 */
export async function readWorld(
  network: Network,
  profile: SynthProfile,
  request: SynthRequest,
): Promise<{ world: SynthWorld; regionNames: ReadonlyMap<string, string> }> {
  const read = (file: string, columns: readonly string[]) =>
    readCsvFile(fileURLToPath(new URL(file, network.dataFolder)), ['id', ...columns]);
  const [regions, organizations, programs] = await Promise.all([
    read('regions.csv', ['iso', 'valid_to', 'name_ru', 'name_en']),
    read('organizations.csv', []),
    read('programs.csv', []),
  ]);
  const current = regions.filter(({ valid_to: validTo }) => validTo === null);
  const known = current.filter(({ iso }) => profile.population[iso ?? ''] !== undefined);
  // A network that has not told its population yet draws all its regions equally.
  const weighted = (known.length > 0 ? known : current).map(({ id, iso }) => [id ?? '', profile.population[iso ?? ''] ?? 1] as const);
  return {
    world: {
      ...request,
      seed: seedOf(request.seed, network.country),
      regions: new Weighted(weighted),
      organizations: idsOf(organizations),
      programs: idsOf(programs),
      currency: profile.currency,
    },
    regionNames: new Map(current.map((region) => [region['id'] ?? '', nameOf(region, profile.language)])),
  };
}

const idsOf = (rows: readonly CsvRow[]): string[] => rows.flatMap(({ id }) => id ?? []);

/** Networks of one seed are no copies of each other. */
const seedOf = (seed: number, country: string): number =>
  Buffer.from(country).reduce((mixed, letter) => Math.imul(mixed, 31) + letter, seed);

function nameOf(region: Readonly<Record<string, string | null>>, language: string): string {
  return region[`name_${language}`] ?? region['name_ru'] ?? region['name_en'] ?? region['id'] ?? '';
}
