import type { BulkSession, BulkValue } from '../../../storage/bulk/bulk-session.ts';
import { DeferredIndexes } from '../../../storage/bulk/deferred-indexes.ts';
import { BETWEEN_VALUES, valueText } from '../../../storage/bulk/row-text.ts';
import { RowWriter } from '../../../storage/bulk/row-writer.ts';
import type { MappedRow } from '../quality-rule.ts';
import type { RecordField } from '../kinds/import-kind.ts';
import { NumberList } from '../quality/number-list.ts';
import { RepeatFilter } from '../quality/repeat-filter.ts';
import type { RunningCheck } from '../quality/running-check.ts';
import { EncodedTexts } from '../encoded-texts.ts';
import { hashNumbers, hashTexts } from '../text-hash.ts';
import { ShareTally } from '../quality/share-tally.ts';
import { dayNumber, type KnownPersons, NOBODY } from './known-persons.ts';
import { isNumberField, STAGING, stagingColumn } from './record-sql.ts';
import type { Staging } from './staging.ts';

const TAKEN_BACK_AT_ONCE = 500;
/** Why a row may repeat an earlier one. */
const [SAME_KEY, SAME_DAY] = [1, 2];

/** What rows that go straight in need: a transaction is open, in which the table has no row of the source. */
export interface StraightWay {
  readonly staging: Staging;
  readonly source: string;
  readonly importId: number;
  readonly fileBytes: number;
  readonly persons: KnownPersons;
  readonly check: RunningCheck;
}

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
  readonly #writer: RowWriter;
  readonly #indexes: DeferredIndexes;
  /** What follows the key in every row: the source and the import. */
  readonly #constants: Uint8Array;
  /** Number of the last row that was there before. */
  readonly #before: number;
  readonly #encoded = new EncodedTexts();
  readonly #keys = new RepeatFilter();
  readonly #days = new RepeatFilter();
  /** Of each row that went in, by its number: its line, and what its day has in common with those of its equals. */
  readonly #lines = new NumberList();
  readonly #fingerprints = new NumberList();
  /** Of rows in doubt that may share their day with an earlier one: what it has in common with that of their equals. */
  readonly #doubtful = new Set<number>();
  readonly tally: ShareTally;
  #takenBack = 0;

  private constructor({ staging, source, importId, persons, check }: StraightWay, before: number, indexes: DeferredIndexes) {
    const { kind, session } = staging;
    this.#staging = staging;
    this.#persons = persons;
    this.#check = check;
    this.#source = source;
    this.#before = before;
    this.#indexes = indexes;
    this.#owner = kind.fields.find(({ refersTo }) => refersTo !== undefined);
    this.#day = check.dayField ?? '';
    const others = kind.fields.filter((field) => field.name !== 'sourceKey' && field !== this.#owner);
    this.#others = others.map(({ name }) => name);
    this.#constants = Buffer.from([source, importId].map((value) => BETWEEN_VALUES + valueText(value)).join(''));
    this.#writer = new RowWriter(session, kind.table, [
      { name: 'id', isNumber: true },
      { name: 'source_key', isNumber: false },
      { name: 'source', isNumber: false },
      { name: 'imported_by', isNumber: true },
      ...(this.#owner?.refersTo === undefined ? [] : [{ name: this.#owner.refersTo.column, isNumber: false }]),
      ...others.map((field) => ({ name: field.column, isNumber: isNumberField(field) })),
    ]);
    this.tally = new ShareTally(check.rules, kind.name);
  }

  /** Takes the indexes of the table away where that is worth it; `end` brings them back. */
  static async open(way: StraightWay): Promise<StraightRows> {
    const { session, kind } = way.staging;
    const [there] = await session.rows<Record<'count' | 'last', number | string>>(
      `select count(*) as count, coalesce(max(id), 0) as last from ${kind.table}`,
    );
    const isWorth = isWorthDeferring(session, Number(there?.count ?? 0), way.fileBytes);
    const indexes = isWorth ? await DeferredIndexes.take(session, kind.table) : DeferredIndexes.none(session);
    return new StraightRows(way, Number(there?.last ?? 0), indexes);
  }

  /** Rows that went in and are still there. */
  get count(): number {
    return this.#lines.length - this.#takenBack;
  }

  /**
   * Takes rows that no rule of single rows refuses, each step for all of them before the next: what is looked for lies far apart in memory, and in short
   * loops the processor asks for several places at once.
   */
  async addAll(rows: readonly MappedRow[]): Promise<void> {
    this.#takeAll(rows);
    await this.#writer.sendFull();
    await this.#staging.sendFull();
  }

  #takeAll(rows: readonly MappedRow[]): void {
    const persons = this.#findPersons(rows);
    const { fingerprints, isQuiet } = this.#compareDays(rows, persons);
    const repeats = this.#findRepeats(rows, fingerprints, isQuiet);
    let index = -1;
    for (const mapped of rows) {
      index += 1;
      const fingerprint = fingerprints[index] ?? 0;
      if (isQuiet[index] === 1 && repeats[index] === 0) this.#write(mapped, persons[index] ?? NOBODY, fingerprint);
      else this.#wait(mapped, fingerprint, isQuiet[index] === 1, ((repeats[index] ?? 0) & SAME_DAY) !== 0);
    }
  }

  /** Of each row its person. */
  #findPersons(rows: readonly MappedRow[]): Int32Array {
    const persons = new Int32Array(rows.length).fill(NOBODY);
    const owner = this.#owner?.name;
    if (owner !== undefined) {
      this.#persons.find(
        rows.map(({ values }) => String(values[owner])),
        persons,
      );
    }
    return persons;
  }

  /** Of each row what its person and day have in common with those of its equals, and whether no rule finds anything in rows of that person and day. */
  #compareDays(rows: readonly MappedRow[], persons: Int32Array): { readonly fingerprints: Int32Array; readonly isQuiet: Uint8Array } {
    const fingerprints = new Int32Array(rows.length);
    const isQuiet = new Uint8Array(rows.length);
    let index = -1;
    for (const { values } of rows) {
      index += 1;
      const person = persons[index] ?? NOBODY;
      const day = dayNumber(String(values[this.#day]));
      fingerprints[index] = hashNumbers(person, day);
      isQuiet[index] = this.#owner === undefined || (person !== NOBODY && this.#persons.isQuiet(person, day)) ? 1 : 0;
    }
    return { fingerprints, isQuiet };
  }

  /** Of each quiet row whether its key, or its person and day, may have gone in before. */
  #findRepeats(rows: readonly MappedRow[], fingerprints: Int32Array, isQuiet: Uint8Array): Uint8Array {
    this.#encoded.take(rows.map(({ values }) => String(values['sourceKey'])));
    const keys = hashTexts(this.#encoded, rows.length);
    const repeats = new Uint8Array(rows.length);
    for (let index = 0; index < keys.length; index++) {
      if (isQuiet[index] === 1 && this.#keys.mayRepeat(keys[index] ?? 0)) repeats[index] = SAME_KEY;
    }
    if (!this.#check.watchesSharedDays) return repeats;
    for (let index = 0; index < keys.length; index++) {
      if (isQuiet[index] === 1 && this.#days.mayRepeat(fingerprints[index] ?? 0)) repeats[index] = (repeats[index] ?? 0) | SAME_DAY;
    }
    return repeats;
  }

  #write({ row, values }: MappedRow, person: number, fingerprint: number): void {
    this.#lines.add(row);
    this.#fingerprints.add(fingerprint);
    this.tally.add(values);
    const writer = this.#writer;
    writer.begin(this.#before + this.#lines.length);
    writer.value(values['sourceKey']);
    writer.bytes(this.#constants);
    if (this.#owner !== undefined) this.#persons.writeId(person, writer);
    for (const name of this.#others) writer.value(values[name]);
    writer.endRow();
  }

  /** Lets a row in doubt wait in the staging table. What is not quiet is so for all rows of that person and day: none of them goes in. */
  #wait({ row, values }: MappedRow, fingerprint: number, isQuiet: boolean, sharesDay: boolean): void {
    if (!isQuiet) this.#check.noteSharedDay({ row, values });
    if (sharesDay) {
      this.#check.noteSharedLine(row);
      this.#doubtful.add(fingerprint);
    }
    this.#staging.add(row, values);
  }

  /** Ends the gathering: the staging table then holds every row in doubt, and each that belongs to one. */
  async end(): Promise<void> {
    await this.#writer.sent();
    await this.#indexes.build();
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
    if (this.#doubtful.size === 0) return numbers;
    for (let index = 0; index < this.#fingerprints.length; index++) {
      if (this.#doubtful.has(this.#fingerprints.at(index))) numbers.push(this.#before + index + 1);
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
        this.#staging.add(this.#lines.at(Number(row['id']) - this.#before - 1), values);
      }
      await this.#staging.sendFull();
      this.#takenBack += await session.run(`delete from ${kind.table} where id in ${among}`);
    }
  }
}

/** Bytes of a row in a file, more or less. */
const BYTES_OF_ROW = 100;
/** Rows that are there for each new one, up to which an index is made anew for all of them sooner than it takes the new ones in. */
const MOST_THERE_FOR_EACH = 10;

/** In PostgreSQL, readers of other sources' rows would have to wait. */
function isWorthDeferring({ kind }: BulkSession, there: number, fileBytes: number): boolean {
  return there === 0 || (kind === 'sqlite' && there <= (MOST_THERE_FOR_EACH * fileBytes) / BYTES_OF_ROW);
}
