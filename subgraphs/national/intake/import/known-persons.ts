import { type RawBuilder, sql } from 'kysely';
import type { BulkSession } from '../../../storage/bulk/bulk-session.ts';
import { sessionQueries } from '../../../storage/bulk/session-queries.ts';
import type { QualityRule } from '../quality-rule.ts';
import { askTables } from '../quality/ask-tables.ts';
import { peopleOfSource } from '../quality/stored-tables.ts';
import { HASH_BEGIN, hashText } from '../quality/text-hash.ts';

/** Persons that are kept in memory, about 200 bytes each; rows of more are asked about in SQL. */
export const MOST_PERSONS = 250_000;
const AT_ONCE = 10_000;

interface PersonRow {
  readonly key: string;
  readonly id: string;
  readonly quiet_from: string;
  readonly quiet_to: string;
}

/** The persons of a source by their keys: their ids, and the days on which no rule can find anything in a row of theirs. */
export class KnownPersons {
  /**
   * A table of hashes: at or after the slot of a key's hash stand the person's place in the lists, the hash, and the quiet days. A Map would ask for the
   * engine's hash, see text-hash.ts; and what is asked together stands together, since memory is what takes the time.
   */
  readonly #slots: Int32Array;
  readonly #last: number;
  readonly #keys: string[] = [];
  readonly #ids: string[] = [];

  private constructor(count: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * count + 2));
    this.#slots = new Int32Array(slots * SLOT).fill(NOBODY);
    this.#last = slots - 1;
  }

  /** Reads all persons of a source; null when they are too many. */
  static async read(session: BulkSession, source: string, rules: readonly QualityRule[]): Promise<KnownPersons | null> {
    const ask = askTables(sessionQueries(session));
    const [counted] = await ask(sql<{ count: number }>`select count(*) as count from record_person where source = ${source}`);
    if ((counted?.count ?? 0) > MOST_PERSONS) return null;
    const known = new KnownPersons(counted?.count ?? 0);
    const days = quietDays(rules, session.kind === 'postgresql');
    for (let last = '', isMore = true; isMore;) {
      const rows = await ask(sql<PersonRow>`select person.owner as key, person.id as id, ${days.from} as quiet_from, ${days.to} as quiet_to
        from (select known.*, (select min(case when consent.expires_at is null or consent.withdrawn_at < consent.expires_at
              then substr(consent.withdrawn_at, 1, 10) else substr(consent.expires_at, 1, 10) end)
            from record_consent as consent where consent.person_id = known.id) as first_end
          from ${peopleOfSource(source).persons} as known) as person
        where person.owner > ${last} order by person.owner limit ${sql.lit(AT_ONCE)}`);
      for (const row of rows) known.#add(row);
      last = rows.at(-1)?.key ?? '';
      isMore = rows.length === AT_ONCE;
    }
    return known;
  }

  /** The slot of a person; NOBODY: nobody has this key. */
  find(key: string): number {
    const hash = hashText(key, HASH_BEGIN);
    for (let slot = hash & this.#last; ; slot = (slot + 1) & this.#last) {
      const place = this.#slots[SLOT * slot] ?? NOBODY;
      if (place === NOBODY) return NOBODY;
      if (this.#slots[SLOT * slot + 1] === hash && isSame(this.#keys[place] ?? '', key)) return slot;
    }
  }

  keyOf(slot: number): string {
    return this.#keys[this.#slots[SLOT * slot] ?? NOBODY] ?? '';
  }

  idOf(slot: number): string {
    return this.#ids[this.#slots[SLOT * slot] ?? NOBODY] ?? '';
  }

  /** Whether no rule can find anything in a row of this person on this day, see dayNumber. */
  isQuiet(slot: number, day: number): boolean {
    return day >= (this.#slots[SLOT * slot + 2] ?? Number.NaN) && day < (this.#slots[SLOT * slot + 3] ?? Number.NaN);
  }

  #add({ key, id, quiet_from: from, quiet_to: to }: PersonRow): void {
    const hash = hashText(key, HASH_BEGIN);
    let slot = hash & this.#last;
    while (this.#slots[SLOT * slot] !== NOBODY) slot = (slot + 1) & this.#last;
    this.#slots.set([this.#ids.length, hash, quietDay(from, NEVER), quietDay(to, '')], SLOT * slot);
    this.#keys.push(key);
    this.#ids.push(id);
  }
}

/** No person's slot. */
export const NOBODY = -1;
/** Numbers of a slot. */
const SLOT = 4;

/** A bound of quiet days as a number; what is no day leaves none of them quiet. */
function quietDay(day: string, otherwise: string): number {
  const number = day === '' ? 0 : dayNumber(day);
  return Number.isNaN(number) ? quietDay(otherwise, '') : number;
}

/** Letter by letter, see text-hash.ts. */
function isSame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one.charCodeAt(index) !== other.charCodeAt(index)) return false;
  return true;
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
