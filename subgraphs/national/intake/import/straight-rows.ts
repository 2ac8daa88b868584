import type { BulkColumn, BulkValue } from '../../../storage/bulk/bulk-session.ts';
import { AFTER_ROW, BETWEEN_VALUES, valueText } from '../../../storage/bulk/row-text.ts';
import { readRowText } from '../../../storage/bulk/read-row-text.mjs';
import { SortedRows } from '../../../storage/bulk/sorted-rows.ts';
import type { MappedRow } from '../quality-rule.ts';
import type { RecordField } from '../kinds/import-kind.ts';
import { NumberList } from '../quality/number-list.ts';
import { RepeatFilter } from '../quality/repeat-filter.ts';
import type { RunningCheck } from '../quality/running-check.ts';
import { hashBytes, hashNumbers } from '../quality/text-hash.ts';
import { ShareTally } from '../quality/share-tally.ts';
import { dayNumber, type KnownPersons, NOBODY } from './known-persons.ts';
import { isNumberField, STAGING, stagingColumn } from './record-sql.ts';
import type { Staging } from './staging.ts';

/** Bytes and rows that are sorted at once. The more there are, the fewer pages of the index each of them asks for. */
const SORTED_AT_ONCE = { sqlite: { bytes: 20_000_000, rows: 100_000 }, postgresql: { bytes: 40_000_000, rows: 200_000 } } as const;
/** Rows of the first part, while the index is small and the database has nothing to do; each next part has twice as many. */
const FIRST_ROWS = 12_500;
const TAKEN_BACK_AT_ONCE = 500;
const TAB = 9;

/** Rows that are gathered, and of each its line, its person, and what its day has in common with those of its equals. */
interface Part {
  readonly rows: SortedRows;
  readonly lines: Int32Array;
  readonly persons: Int32Array;
  readonly fingerprints: Int32Array;
}

function partOf(bytes: number, rows: number): Part {
  return {
    rows: new SortedRows(bytes, rows),
    lines: new Int32Array(rows),
    persons: new Int32Array(rows),
    fingerprints: new Int32Array(rows),
  };
}

type Values = Readonly<Record<string, BulkValue>>;

/**
 * Puts the rows of a first file straight into their table, inside a transaction, as long as they are beyond doubt: their key is new, their person is
 * known, and no rule can find anything in them beside others. What is in doubt waits in the staging table to be checked there; what went in before
 * it and belongs to it is taken back out. Eight bytes are kept of each row.
 */
export class StraightRows {
  readonly #staging: Staging;
  readonly #persons: KnownPersons;
  readonly #check: RunningCheck;
  readonly #source: string;
  readonly #owner: RecordField | undefined;
  readonly #day: string;
  readonly #others: readonly string[];
  readonly #columns: readonly BulkColumn[];
  /** Between the key and what follows it. */
  readonly #constants: string;
  /** Number of the last row that was there before. */
  readonly #before: number;
  readonly #keys = new RepeatFilter();
  readonly #days = new RepeatFilter();
  /** Of each row that went in, by its number: its line, and what its day has in common with those of its equals. */
  readonly #lines = new NumberList();
  readonly #fingerprints = new NumberList();
  /** Of rows in doubt that may share their day with an earlier one, by their lines: what it has in common with that of their equals. */
  readonly #doubtful = new Map<number, number>();
  readonly tally: ShareTally;
  #filling: Part;
  #spare: Part;
  #most = FIRST_ROWS;
  #sending: Promise<void> = Promise.resolve();
  #takenBack = 0;

  private constructor(staging: Staging, source: string, importId: number, before: number, persons: KnownPersons, check: RunningCheck) {
    const { kind, session } = staging;
    const { bytes, rows } = SORTED_AT_ONCE[session.kind];
    this.#staging = staging;
    this.#persons = persons;
    this.#check = check;
    this.#source = source;
    this.#before = before;
    this.#owner = kind.fields.find(({ refersTo }) => refersTo !== undefined);
    this.#day = check.dayField ?? '';
    const others = kind.fields.filter((field) => field.name !== 'sourceKey' && field !== this.#owner);
    this.#others = others.map(({ name }) => name);
    this.#constants = [source, importId].map((value) => BETWEEN_VALUES + valueText(value)).join('');
    this.#columns = [
      { name: 'id', isNumber: true },
      { name: 'source_key', isNumber: false },
      { name: 'source', isNumber: false },
      { name: 'imported_by', isNumber: true },
      ...(this.#owner?.refersTo === undefined ? [] : [{ name: this.#owner.refersTo.column, isNumber: false }]),
      ...others.map((field) => ({ name: field.column, isNumber: isNumberField(field) })),
    ];
    this.tally = new ShareTally(check.rules, kind.name);
    [this.#filling, this.#spare] = [partOf(bytes, rows), partOf(bytes, rows)];
  }

  /** Inside the caller's transaction, in which the table has no row of this source. */
  static async open(staging: Staging, source: string, importId: number, persons: KnownPersons, check: RunningCheck): Promise<StraightRows> {
    const { session, kind } = staging;
    const [last] = await session.rows<{ id: number | string }>(`select coalesce(max(id), 0) as id from ${kind.table}`);
    return new StraightRows(staging, source, importId, Number(last?.id ?? 0), persons, check);
  }

  /** Rows that went in and are still there. */
  get count(): number {
    return this.#lines.length + this.#filling.rows.length - this.#takenBack;
  }

  /** Takes a row that no rule of single rows refuses. Null: more may be given at once. */
  add({ row, values }: MappedRow): Promise<void> | null {
    const person = this.#owner === undefined ? NOBODY : this.#persons.find(String(values[this.#owner.name]));
    const day = dayNumber(String(values[this.#day]));
    // What is not quiet is so for all rows of that person and day: none of them goes in.
    if (this.#owner !== undefined && (person === NOBODY || !this.#persons.isQuiet(person, day))) {
      this.#check.noteSharedDay({ row, values });
      return this.#staging.add(row, values);
    }
    const { rows, lines, persons, fingerprints } = this.#filling;
    lines[rows.length] = row;
    persons[rows.length] = person;
    fingerprints[rows.length] = hashNumbers(person, day);
    let text = valueText(values['sourceKey']) + this.#constants;
    if (this.#owner !== undefined) text += BETWEEN_VALUES + this.#persons.idOf(person);
    for (const name of this.#others) text += BETWEEN_VALUES + valueText(values[name]);
    rows.add(text + AFTER_ROW);
    this.tally.add(values);
    return rows.length >= this.#most || rows.isFull ? this.#send() : null;
  }

  /** Ends the gathering: the staging table then holds every row in doubt, and each that belongs to one. */
  async end(): Promise<void> {
    await this.#send();
    await this.#sending;
    await this.#staging.sent();
    await this.#takeBack(await this.#partnersByKey());
    await this.#takeBack(this.#partnersByDay());
    await this.#staging.end();
    const { session, kind } = this.#staging;
    // Rows that follow get their numbers from the server.
    if (session.kind === 'postgresql') {
      await session.rows(`select setval(pg_get_serial_sequence('${kind.table}', 'id'), greatest(max(id), 1)) from ${kind.table}`);
    }
  }

  /** One part is under way while the next is gathered. */
  async #send(): Promise<void> {
    await this.#sending;
    if (this.#filling.rows.length === 0) return;
    [this.#filling, this.#spare] = [this.#spare, this.#filling];
    const { rows: sorted, lines, fingerprints } = this.#spare;
    this.#most *= 2;
    const first = this.#before + this.#lines.length + 1;
    const order = await this.#withoutRepeats(this.#spare);
    sorted.sort(order);
    for (const place of order) {
      this.#lines.add(lines[place] ?? 0);
      this.#fingerprints.add(fingerprints[place] ?? 0);
    }
    const { session, kind } = this.#staging;
    this.#sending = session.load(kind.table, this.#columns, sorted.parts(order, first)).then(() => sorted.clear());
    // Whoever waits for it next is told.
    this.#sending.catch(() => undefined);
  }

  /** The places of all rows but those whose key, or whose person and day, may have gone in before: they wait, to be compared. */
  async #withoutRepeats({ rows, lines, persons, fingerprints }: Part): Promise<Uint32Array> {
    const { bytes } = rows;
    const order = new Uint32Array(rows.length);
    const waiting: number[] = [];
    let kept = 0;
    // One short loop over all rows: places in a filter are far apart, and the processor then asks for several of them at once.
    for (let place = 0; place < rows.length; place++) {
      const sharesDay = this.#check.watchesSharedDays && this.#days.mayRepeat(fingerprints[place] ?? 0);
      if (sharesDay) this.#doubtful.set(lines[place] ?? 0, fingerprints[place] ?? 0);
      if (this.#keys.mayRepeat(hashBytes(bytes, rows.startOf(place), TAB)) || sharesDay) {
        waiting.push(place);
      } else {
        order[kept] = place;
        kept += 1;
      }
    }
    for (const place of waiting) {
      const line = lines[place] ?? 0;
      const values = this.#valuesOf(rows.textOf(place), persons[place] ?? NOBODY);
      if (this.#doubtful.has(line)) this.#check.noteSharedLine(line);
      this.tally.add(values, -1);
      await this.#staging.add(line, values);
    }
    return order.subarray(0, kept);
  }

  /** The values of a row out of its text. */
  #valuesOf(text: string, person: number): Values {
    const [, ...columns] = this.#columns;
    const cells = readRowText(
      text,
      columns.map(({ isNumber }) => isNumber),
    );
    const others = this.#others.map((name, index) => [name, cells[cells.length - this.#others.length + index] ?? null]);
    const owner = this.#owner === undefined ? [] : [[this.#owner.name, this.#persons.keyOf(person)]];
    return Object.fromEntries([['sourceKey', cells[0] ?? null], ...owner, ...others]) as Values;
  }

  /** Numbers of rows whose key stands in the staging table as well. */
  async #partnersByKey(): Promise<number[]> {
    const { session, kind } = this.#staging;
    const rows = await session.rows<{ id: number | string }>(
      `select distinct present.id as id from ${STAGING} as staged
         join ${kind.table} as present on present.source = '${this.#source}' and present.source_key = staged.source_key`,
    );
    return rows.map(({ id }) => Number(id));
  }

  /** Numbers of rows whose person and day are perhaps those of a row in doubt. */
  #partnersByDay(): number[] {
    const numbers: number[] = [];
    const doubtful = new Set(this.#doubtful.values());
    if (doubtful.size === 0) return numbers;
    for (let index = 0; index < this.#fingerprints.length; index++) {
      if (doubtful.has(this.#fingerprints.at(index))) numbers.push(this.#before + index + 1);
    }
    return numbers;
  }

  /** Moves rows from the table to the staging table, as they came. */
  async #takeBack(numbers: readonly number[]): Promise<void> {
    const { session, kind } = this.#staging;
    const owner = this.#owner?.refersTo;
    const columns = kind.fields.map((field) =>
      field === this.#owner ? `unit.source_key as ${stagingColumn(field)}` : `present.${field.column} as ${stagingColumn(field)}`,
    );
    const unit = owner === undefined ? '' : ` join ${owner.table} as unit on unit.id = present.${owner.column}`;
    for (let start = 0; start < numbers.length; start += TAKEN_BACK_AT_ONCE) {
      const among = `(${numbers.slice(start, start + TAKEN_BACK_AT_ONCE).join(', ')})`;
      const rows = await session.rows<Record<string, BulkValue>>(
        `select present.id as id, ${columns.join(', ')} from ${kind.table} as present${unit} where present.id in ${among}`,
      );
      for (const row of rows) {
        const values = Object.fromEntries(kind.fields.map((field) => [field.name, row[stagingColumn(field)] ?? null]));
        this.tally.add(values, -1);
        await this.#staging.add(this.#lines.at(Number(row['id']) - this.#before - 1), values);
      }
      this.#takenBack += await session.run(`delete from ${kind.table} where id in ${among}`);
    }
  }
}
