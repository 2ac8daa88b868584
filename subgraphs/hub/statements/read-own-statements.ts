import { fileURLToPath } from 'node:url';
import { figureOfStatement } from '../../contract/citation/figure-of-statement.ts';
import { boundsOf } from '../../contract/figures/bounds-of.ts';
import type { Qualifier } from '../../contract/enums/qualifier.ts';
import { Basis } from '../../contract/enums/basis.ts';
import { EntityRef } from '../../contract/values/entity-ref.ts';
import { Period } from '../../contract/values/period.ts';
import { periodOf } from '../../contract/values/period-of.ts';
import { Source } from '../../contract/values/source.ts';
import { Statement } from '../../contract/values/statement.ts';
import { type CsvRow, readCsvFile } from '../../storage/read-csv-file.ts';

const COLUMNS = [
  'id',
  'subject_kind',
  'subject',
  'indicator',
  'value',
  'qualifier',
  'unit',
  'period',
  'period_kind',
  'definition',
  'method',
  'source',
];

/**
 * The statements that belong to no single country: few, read once at the start, with `country` null.
 * Errors  an Error that names the row whose bounds or period are wrong
 */
export async function readOwnStatements(dataFolder: URL): Promise<Statement[]> {
  const read = (name: string, columns: readonly string[]) => readCsvFile(fileURLToPath(new URL(name, dataFolder)), columns);
  const [rows, sources] = await Promise.all([read('statements.csv', COLUMNS), read('sources.csv', ['id', 'key', 'known_from'])]);
  const byId = new Map(sources.map((source) => [source['id'], source]));
  return rows.map((row) => toStatement(row, byId.get(row['source'] ?? null) ?? null)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function toStatement(row: CsvRow, source: CsvRow | null): Statement {
  const { id, subject_kind: kind, subject, qualifier, note } = row;
  const value = row['value'] == null ? null : Number(row['value']);
  const bounds = boundsOf(qualifier as Qualifier, value);
  if (id == null || bounds === null)
    throw new Error(`statements.csv, ${id ?? 'a row'}: the bounds do not follow from ${qualifier ?? 'no qualifier'}`);
  const cited = source === null ? null : toSource(source);
  const statement: Statement = Object.assign(new Statement(), {
    id,
    country: null,
    subject: Object.assign(new EntityRef(), { kind, id: subject, names: null }),
    indicator: row['indicator'],
    definition: row['definition'],
    basis: Basis.REPORTED,
    value,
    ...bounds,
    qualifier,
    unit: row['unit'],
    period: toPeriod(row),
    levels: row['levels']?.split('|') ?? [],
    population: row['population'],
    method: row['method'],
    obsStatus: row['method'] === 'PRESS_STATEMENT' ? 'V' : 'A',
    source: cited,
    assertedBy: row['asserted_by'],
    rawText: row['raw'],
    readings: [],
    note: note == null ? null : { en: note },
    partOf: [],
    overlaps: [],
    knownFrom: source?.['known_from'] ?? null,
    figure: (asOf: () => string) =>
      figureOfStatement(statement, {
        subject: { kind: kind ?? '', id: subject ?? '', names: null },
        region: null,
        country: null,
        source: cited,
        asOf,
      }),
  });
  return statement;
}

function toPeriod(row: CsvRow): Period {
  const edtf = row['period'] ?? null;
  const period = edtf === null ? new Period() : periodOf(edtf);
  if (period === null) throw new Error(`statements.csv, ${row['id'] ?? 'a row'}: "${edtf}" is not an EDTF period`);
  return Object.assign(period, { kind: row['period_kind'], basis: row['period_basis'] });
}

function toSource(row: CsvRow): Source {
  const { id, key, title, publisher, url, language, published } = row;
  const label = { ru: row['label_ru'], kk: row['label_kk'], uz: row['label_uz'], en: row['label_en'] };
  const dates = { publishedInferred: row['published_inferred'], knownFrom: row['known_from'], knownFromBasis: row['known_from_basis'] };
  return Object.assign(new Source(), { id, key, title, label, publisher, url, language, published, ...dates });
}
