import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { actorOfProcess } from '../../subgraphs/national/intake/import/open-intake.ts';
import type { ImportReport } from '../../subgraphs/national/intake/import/import-report.ts';
import type { IntakePlace } from '../../subgraphs/national/intake/import/import-request.ts';
import { runImport } from '../../subgraphs/national/intake/import/run-import.ts';
import { readMapping } from '../../subgraphs/national/intake/mapping/read-mapping.ts';
import type { SyntheticFile } from '../../subgraphs/national/synth/write-synthetic-files.ts';

/**
 * Brings made-up files in by the way that a steward's files take: reading, mapping, rules, journal.
 * Errors  ImportRefused, those of the database
 */
export async function importFiles(place: IntakePlace, files: readonly SyntheticFile[]): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const { file, kind, mapping } of files) {
    const mappingText = readFileSync(mapping, 'utf8');
    reports.push(
      await runImport(place, {
        file,
        kind,
        mapping: readMapping(basename(mapping), mappingText),
        mappingText,
        options: {},
        isCommitted: true,
        mayDrop: false,
        allowedFaults: { count: 0, unit: 'rows' },
        actor: actorOfProcess(),
      }),
    );
  }
  return reports;
}
