import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { parseEdtf } from '../../subgraphs/contract/periods/parse-edtf.ts';
import type { PlainStatement } from './generated-networks.ts';

export interface PlainQuery {
  readonly filter: Readonly<Record<string, unknown>>;
  readonly order: string;
}

const ORDERS: Readonly<Record<string, string>> = {
  ID_ASC: 'id asc',
  PERIOD_ASC: "coalesce(start, '9999-99-99') asc, id asc",
  PERIOD_DESC: "coalesce(start, '') desc, id desc",
  KNOWN_FROM_DESC: 'known_from desc, id desc',
};
/** Column of each filter field that names alternatives. */
const COLUMNS: Readonly<Record<string, string>> = {
  ids: 'id',
  countries: 'country',
  subjects: 'subject',
  subjectKinds: 'subject_kind',
  indicators: 'indicator',
  definitions: 'definition',
  regions: 'region',
  qualifiers: 'qualifier',
  sourceKeys: 'source_key',
};

/** All rows of all countries in one plain table, asked in plain SQL. */
export class PlainTable {
  readonly #database = new DatabaseSync(':memory:');

  constructor(statements: readonly PlainStatement[]) {
    this.#database.exec(
      'create table statement (id text primary key, country text, subject_kind text, subject text, indicator text, definition text, qualifier text, value real, region text, levels text, start text, end text, source_key text, known_from text)',
    );
    const insert = this.#database.prepare('insert into statement values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
    for (const row of statements) {
      const {
        id,
        country,
        subjectKind,
        subject,
        indicator,
        definition,
        qualifier,
        value,
        region,
        levels,
        start,
        end,
        sourceKey,
        knownFrom,
      } = row;
      insert.run(
        id,
        country,
        subjectKind,
        subject,
        indicator,
        definition,
        qualifier,
        value,
        region,
        `|${levels.join('|')}|`,
        start,
        end,
        sourceKey,
        knownFrom,
      );
    }
  }

  /** Ids and values of the rows that a filter leaves, in order. */
  ask({ filter, order }: PlainQuery): { id: string; value: number | null }[] {
    const where: string[] = ['1 = 1'];
    const values: SQLInputValue[] = [];
    for (const [field, asked] of Object.entries(filter)) {
      if (field === 'period') {
        const days = parseEdtf(String(asked));
        where.push('start is not null and start <= ? and coalesce(end, start) >= ?');
        values.push(days?.end ?? days?.start ?? null, days?.start ?? null);
      } else if (field === 'levels') {
        where.push(`(${(asked as string[]).map(() => 'levels like ?').join(' or ')})`);
        values.push(...(asked as string[]).map((level) => `%|${level}|%`));
      } else {
        where.push(`${COLUMNS[field]} in (${(asked as string[]).map(() => '?').join(', ')})`);
        values.push(...(asked as string[]));
      }
    }
    const rows = this.#database
      .prepare(`select id, value from statement where ${where.join(' and ')} order by ${ORDERS[order]}`)
      .all(...values);
    return rows.map(({ id, value }) => ({ id: String(id), value: value === null ? null : Number(value) }));
  }
}
