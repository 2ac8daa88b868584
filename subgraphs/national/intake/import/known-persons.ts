import { type RawBuilder, sql } from 'kysely';
import type { BulkSession, BulkValue } from '../../../storage/bulk/bulk-session.ts';
import { BETWEEN_VALUES, valueText } from '../../../storage/bulk/row-text.ts';
import type { RowWriter } from '../../../storage/bulk/row-writer.ts';
import { sessionQueries } from '../../../storage/bulk/session-queries.ts';
import type { QualityRule } from '../quality-rule.ts';
import { askTables } from '../quality/ask-tables.ts';
import { peopleOfSource } from '../quality/stored-tables.ts';
import { EncodedTexts } from '../encoded-texts.ts';
import { hashBytes, hashTexts } from '../text-hash.ts';

/** Persons that are kept in memory, about a hundred bytes each; rows of more are asked about in SQL. */
export const MOST_PERSONS = 250_000;
const AT_ONCE = 10_000;

/** Key, id, and the first of the quiet days and the first after them. */
type PersonRow = readonly [key: string, id: string, from: string, to: string];

/** The persons of a source by their keys: their ids, and the days on which no rule can find anything in a row of theirs. */
export class KnownPersons {
  /**
   * A table of hashes: at or after the slot of a key's hash stand where the person's texts begin, the hash, and the quiet days. A Map would ask for the
   * engine's hash, see text-hash.ts; and what is asked together stands together, since memory is what takes the time.
   */
  readonly #slots: Int32Array;
  readonly #last: number;
  /** Of each person the length and the bytes of the key in UTF-8, then those of the id as it stands in the text of a row. */
  #bytes = new Uint8Array(BYTES_AT_ONCE);
  #end = 0;
  readonly #wanted = new EncodedTexts();

  private constructor(count: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#slots = new Int32Array(SLOT * slots).fill(NOBODY);
    this.#last = slots - 1;
  }

  /** Reads all persons of a source; null when they are too many. */
  static async read(session: BulkSession, source: string, rules: readonly QualityRule[]): Promise<KnownPersons | null> {
    const queries = sessionQueries(session);
    const ask = askTables(queries);
    const [counted] = await ask(sql<{ count: number }>`select count(*) as count from record_person where source = ${source}`);
    if ((counted?.count ?? 0) > MOST_PERSONS) return null;
    const known = new KnownPersons(counted?.count ?? 0);
    const days = quietDays(rules, session.kind === 'postgresql');
    const persons = sql`select person.owner, person.id, ${days.from}, ${days.to}
      from (select known.*, (select min(case when consent.expires_at is null or consent.withdrawn_at < consent.expires_at
            then substr(consent.withdrawn_at, 1, 10) else substr(consent.expires_at, 1, 10) end)
          from record_consent as consent where consent.person_id = known.id) as first_end
        from ${peopleOfSource(source).persons} as known) as person`.compile(queries);
    for await (const rows of session.parts(persons.sql, persons.parameters as readonly BulkValue[], AT_ONCE)) {
      known.#addAll(rows as readonly PersonRow[]);
    }
    return known;
  }

  /** Of each key the slot of its person; NOBODY: nobody has this key. */
  find(keys: readonly string[], slots: Int32Array): void {
    const wanted = this.#wanted;
    wanted.take(keys);
    const hashes = hashTexts(wanted, keys.length);
    // A short loop of its own: the processor then waits for several slots at once.
    for (let index = 0; index < hashes.length; index++) slots[index] = this.#slotOf(hashes[index] ?? 0, hashes[index] ?? 0);
    for (let index = 0; index < hashes.length; index++) {
      let slot = slots[index] ?? NOBODY;
      while (slot !== NOBODY && !this.#isKey(index, slot)) slot = this.#slotOf(slot + 1, hashes[index] ?? 0);
      slots[index] = slot;
    }
  }

  /** Writes the id of the person in a slot as the next value of a row. */
  writeId(slot: number, writer: RowWriter): void {
    const key = this.#slots[SLOT * slot] ?? 0;
    const id = key + LENGTH_BYTES + this.#lengthAt(key);
    writer.bytes(this.#bytes, id + LENGTH_BYTES, id + LENGTH_BYTES + this.#lengthAt(id));
  }

  /** Whether no rule can find anything in a row of this person on this day, see dayNumber. */
  isQuiet(slot: number, day: number): boolean {
    return day >= (this.#slots[SLOT * slot + 2] ?? Number.NaN) && day < (this.#slots[SLOT * slot + 3] ?? Number.NaN);
  }

  /** The first slot from one on that is taken under a hash; NOBODY: there is none before the next free one. */
  #slotOf(from: number, hash: number): number {
    for (let slot = from & this.#last; ; slot = (slot + 1) & this.#last) {
      if (this.#slots[SLOT * slot] === NOBODY) return NOBODY;
      if (this.#slots[SLOT * slot + 1] === hash) return slot;
    }
  }

  /** Whether a key that is wanted is that of a slot. */
  #isKey(index: number, slot: number): boolean {
    const { bytes: wanted, starts } = this.#wanted;
    const from = starts[index] ?? 0;
    const length = (starts[index + 1] ?? 0) - from;
    const place = this.#slots[SLOT * slot] ?? 0;
    if (this.#lengthAt(place) !== length) return false;
    const bytes = this.#bytes;
    const begin = place + LENGTH_BYTES;
    for (let at = 0; at < length; at++) if (bytes[begin + at] !== wanted[from + at]) return false;
    return true;
  }

  #lengthAt(place: number): number {
    return (this.#bytes[place] ?? 0) + 256 * (this.#bytes[place + 1] ?? 0);
  }

  #addAll(rows: readonly PersonRow[]): void {
    for (const row of rows) this.#add(row);
  }

  #add([key, id, from, to]: PersonRow): void {
    const place = this.#end;
    this.#addText(key);
    const hash = hashBytes(this.#bytes, place + LENGTH_BYTES, this.#end);
    let slot = hash & this.#last;
    while (this.#slots[SLOT * slot] !== NOBODY) slot = (slot + 1) & this.#last;
    this.#slots[SLOT * slot] = place;
    this.#slots[SLOT * slot + 1] = hash;
    this.#slots[SLOT * slot + 2] = quietDay(from, NEVER);
    this.#slots[SLOT * slot + 3] = quietDay(to, '');
    this.#addText(BETWEEN_VALUES + valueText(id));
  }

  #addText(text: string): void {
    const most = LENGTH_BYTES + BYTES_OF_LETTER * text.length;
    if (this.#end + most > this.#bytes.length) {
      const bytes = new Uint8Array(this.#bytes.length + Math.max(BYTES_AT_ONCE, most));
      bytes.set(this.#bytes);
      this.#bytes = bytes;
    }
    const { written } = encoder.encodeInto(text, this.#bytes.subarray(this.#end + LENGTH_BYTES));
    this.#bytes[this.#end] = written % 256;
    this.#bytes[this.#end + 1] = Math.floor(written / 256);
    this.#end += LENGTH_BYTES + written;
  }
}

/** No person's slot. */
export const NOBODY = -1;
/** Numbers of a slot. */
const SLOT = 4;
const BYTES_AT_ONCE = 1_048_576;
/** Bytes of the length of a text: a key has 200 letters at most. */
const LENGTH_BYTES = 2;
/** A letter takes up to three bytes. */
const BYTES_OF_LETTER = 3;
const encoder = new TextEncoder();

/** A bound of quiet days as a number; what is no day leaves none of them quiet. */
function quietDay(day: string, otherwise: string): number {
  const number = day === '' ? 0 : dayNumber(day);
  return Number.isNaN(number) ? quietDay(otherwise, '') : number;
}

const NEVER = '9999-12-31';

/** From the last of all beginnings to the first of all ends. */
function quietDays(rules: readonly QualityRule[], isPostgresql: boolean): Record<'from' | 'to', RawBuilder<string>> {
  const quiet = rules.flatMap(({ find }) => (find?.quiet === undefined ? [] : [find.quiet]));
  const [greatest, least] = isPostgresql ? ['greatest', 'least'] : ['max', 'min'];
  const from = quiet.flatMap((days) => (days.from === undefined ? [] : [sql`coalesce(${days.from}, '')`]));
  const to = quiet.flatMap((days) => (days.to === undefined ? [] : [sql`coalesce(${days.to}, ${sql.lit(NEVER)})`]));
  return {
    from: sql`${sql.raw(greatest ?? '')}(${sql.join([sql`''`, sql`''`, ...from])})`,
    to: sql`${sql.raw(least ?? '')}(${sql.join([sql.lit(NEVER), sql.lit(NEVER), ...to])})`,
  };
}

const [ZERO, HYPHEN_1, HYPHEN_2, LENGTH] = [48, 4, 7, 10];

/** YYYY-MM-DD as a number in the same order; NaN where it is none, so that it is in no days. */
export function dayNumber(day: string): number {
  if (day.length !== LENGTH) return Number.NaN;
  let number = 0;
  for (let index = 0; index < LENGTH; index += 1) {
    if (index === HYPHEN_1 || index === HYPHEN_2) continue;
    number = 10 * number + day.charCodeAt(index) - ZERO;
  }
  return number;
}
