import { type RawBuilder, sql } from 'kysely';
import type { CheckedTables } from '../quality-rule.ts';

/** The day on which somebody reaches an age, as SQL on both databases; days compare as texts. */
export function birthdayOf(birthDate: string, years: number): RawBuilder<string> {
  const born = sql.raw(birthDate);
  return sql`(cast(substr(${born}, 1, 4) as integer) + ${sql.lit(years)}) || substr(${born}, 5)`;
}

/** A day so many days later, as SQL. */
export function daysAfter({ dialect }: CheckedTables, day: string, days: number): RawBuilder<string> {
  const from = sql.raw(day);
  return dialect === 'sqlite'
    ? sql`date(${from}, ${sql.lit(`+${days} days`)})`
    : sql`to_char(cast(${from} as date) + ${sql.lit(days)}, 'YYYY-MM-DD')`;
}

/** Whether a consent, aliased `consent`, is in force on a day, as SQL. */
export function isInForce(day: string): RawBuilder<boolean> {
  const on = sql.raw(day);
  return sql`substr(consent.given_at, 1, 10) <= ${on} and (consent.expires_at is null or substr(consent.expires_at, 1, 10) >= ${on})
    and (consent.withdrawn_at is null or substr(consent.withdrawn_at, 1, 10) > ${on})`;
}
