import type { Kysely } from 'kysely';
import { type Family, gauge, type Sample } from '../../../../http/metrics/family.ts';
import type { JournalTables } from './journal.ts';

/**
 * What the journal of imports tells whoever watches: how many there were, and when each kind of file last came in. No row, no file and no name.
 * Errors  those of the database
 */
export async function readJournalFamilies(tables: Kysely<JournalTables>): Promise<Family[]> {
  const rows = await tables
    .withoutPlugins()
    .selectFrom('import_journal')
    .select(({ fn }) => ['kind', 'outcome', fn.countAll<number | string>().as('imports'), fn.max('started_at').as('last')])
    .groupBy(['kind', 'outcome'])
    .orderBy('kind')
    .orderBy('outcome')
    .execute();
  const committed = rows.filter(({ outcome }) => outcome === 'COMMITTED');
  return [
    gauge(
      'birge_imports',
      'Imports in the journal, by kind of file and outcome.',
      rows.map(({ kind, outcome, imports }): Sample => ({ labels: { kind, outcome: outcome.toLowerCase() }, value: Number(imports) })),
    ),
    gauge(
      'birge_import_last_timestamp_seconds',
      'When the last import that stands began, by kind of file, in seconds since 1970.',
      committed.map(({ kind, last }): Sample => ({ labels: { kind }, value: Date.parse(last) / 1_000 })),
    ),
  ];
}
