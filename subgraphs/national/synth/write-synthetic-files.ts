import 'reflect-metadata';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findImportKind } from '../intake/kinds/import-kinds.ts';
import type { RecordKind } from '../intake/kinds/import-kind.ts';
import { readMapping } from '../intake/mapping/read-mapping.ts';
import type { Network } from '../network.ts';
import { rowWriterOf, type RowWriter } from './files/row-writer.ts';
import { writeFile, type WrittenFile } from './files/write-file.ts';
import { readWorld, type SynthRequest } from './read-world.ts';
import { recordMakers } from './records/record-makers.ts';
import { readSynthProfile, SynthProfileInvalid } from './synth-profile.ts';
import type { RecordMaker, SynthWorld } from './synth-world.ts';

/** A made-up file, and what it takes to import it. */
export interface SyntheticFile extends WrittenFile {
  /** As `--as` names it. */
  readonly kind: string;
  readonly file: string;
  /** Path of the mapping that reads it. */
  readonly mapping: string;
  readonly rows: number;
}

export interface SynthOptions extends SynthRequest {
  readonly folder: string;
  /** Told of each file as it is begun. */
  readonly onFile?: ((kind: string) => void) | undefined;
}

/**
 * Writes a made-up registry of a network, one file for each kind of record, in the order in which they are imported.
 * Errors  SynthProfileInvalid, MappingInvalid, DataFileError; those of the file system
 */
export async function writeSyntheticFiles(
  network: Network,
  { folder, onFile = () => undefined, ...request }: SynthOptions,
): Promise<SyntheticFile[]> {
  const home = new URL('../', network.dataFolder);
  const profile = await readSynthProfile(new URL('synth.yaml', home));
  const { world, regionNames } = await readWorld(network, profile, request);
  await mkdir(folder, { recursive: true });
  const files: SyntheticFile[] = [];
  for (const maker of recordMakers) {
    onFile(maker.kind);
    const mappingFile = new URL(`mapping/${maker.kind}.yaml`, home);
    const mapping = readMapping(`${maker.kind}.yaml`, await readFile(mappingFile, 'utf8'));
    if (mapping.kind !== maker.kind) throw new SynthProfileInvalid(`${mappingFile.pathname} must be a mapping of ${maker.kind}.`);
    const writer = rowWriterOf(findImportKind(maker.kind) as RecordKind, mapping, profile, regionNames);
    const { encoding, byteOrderMark = false } = { ...profile, ...profile.kinds?.[maker.kind] };
    const file = join(folder, `${network.country.toLowerCase()}-${maker.kind}-synthetic.csv`);
    const counter = { rows: 0 };
    const written = await writeFile(file, encoding, byteOrderMark, linesOf(maker, world, writer, counter));
    files.push({ kind: maker.kind, file, mapping: mappingFile.pathname, rows: counter.rows, ...written });
  }
  return files;
}

function* linesOf(maker: RecordMaker, world: SynthWorld, writer: RowWriter, counter: { rows: number }): Generator<string> {
  yield writer.head;
  const units = maker.unitsOf(world);
  for (let unit = 0; unit < units; unit += 1) {
    let lines = '';
    for (const row of maker.make(world, unit)) {
      lines += writer.line(row);
      counter.rows += 1;
    }
    if (lines !== '') yield lines;
  }
  yield writer.foot();
}
