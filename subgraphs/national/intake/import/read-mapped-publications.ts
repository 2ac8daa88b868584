import type { AliasKind, PublicationKind } from '../kinds/import-kind.ts';
import { type MappedPublication, PublicationMapper } from '../mapping/publication-mapper.ts';
import { MOST_FAULTY_ROWS } from './fault-list.ts';
import { ImportRefused } from './import-refused.ts';
import { type OpenedFile, Samples } from './opened-file.ts';
import type { PublicationStaging } from './staged-publications.ts';

/** A network publishes thousands of rows: they are read at once, and a file of more is no data file. */
const MOST_ROWS = 200_000;

/**
 * Reads the rows of a data file by their mapping; what a cell breaks is told.
 * Shape   file -> how many rows it has, and those of them that no cell keeps out
 * Errors  SourceFault; ImportRefused FILE_TOO_LONG, TOO_MANY_FAULTS
 */
export async function readMappedPublications(
  kind: PublicationKind | AliasKind,
  { table, mapping, columns }: OpenedFile,
  { surroundings, faults, progress }: PublicationStaging,
): Promise<{ mapper: PublicationMapper; samples: Samples; read: number; mapped: readonly MappedPublication[] }> {
  const mapper = new PublicationMapper(kind, mapping, columns, surroundings);
  const samples = new Samples(table.headers);
  const mapped: MappedPublication[] = [];
  let read = 0;
  for await (const rows of table.rows()) {
    samples.add(rows);
    for (const source of rows) {
      const one = mapper.map(source);
      for (const fault of one.faults) faults.add(fault);
      if (one.faults.length === 0) mapped.push(one);
    }
    read += rows.length;
    if (faults.errorRows.size > MOST_FAULTY_ROWS) throw new ImportRefused('TOO_MANY_FAULTS', { limit: MOST_FAULTY_ROWS });
    if (read > MOST_ROWS) throw new ImportRefused('FILE_TOO_LONG', { limit: MOST_ROWS });
    progress('reading', table.bytes.total === 0 ? null : table.bytes.read / table.bytes.total);
  }
  return { mapper, samples, read, mapped };
}
