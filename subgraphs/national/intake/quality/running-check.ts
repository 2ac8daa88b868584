import { type RawBuilder, sql } from 'kysely';
import type {
  AskTables,
  CheckedTables,
  FieldFault,
  MappedRow,
  QualityRule,
  RowsByMonth,
  RuleContext,
  TableQuestion,
} from '../quality-rule.ts';
import { addDays, flagsOf, fromConditions, fromWhere, sumsOf } from './question-sql.ts';
import type { FaultSeverity } from '../row-fault.ts';
import type { FindingCollector, FindingPlace } from './finding.ts';
import { gatherSharedDays } from './gather-shared-days.ts';
import { measureShare } from './measure-share.ts';
import { NumberList } from './number-list.ts';
import { qualityRules } from './quality-rules.ts';
import { columnOf, findCheckedKind } from './checked-kinds.ts';
import { RepeatFilter } from './repeat-filter.ts';
import { HASH_BEGIN, hashText } from '../text-hash.ts';
import { dayOf, textOf } from './row-values.ts';
import type { ShareTally } from './share-tally.ts';
import type { UnitFinder } from './unit-finder.ts';

/** A fault of one row, with the rule that found it. */
export interface RuleFault extends FieldFault {
  readonly row: number;
  readonly rule: string;
  readonly severity: FaultSeverity;
}

export interface CheckOptions {
  readonly context: RuleContext;
  readonly units: UnitFinder;
  readonly collector: FindingCollector;
  /** Code of the one rule to run; absent: all rules of the kind. */
  readonly rule?: string | undefined;
}

/** A line that a question found, and where it belongs. */
interface FoundLine {
  readonly line: number;
  readonly day: string | null;
  readonly place: string | null;
}

const NONE: readonly RuleFault[] = [];
const NO_MONTHS: RowsByMonth = new Map();
const PARTICIPATIONS = 'participations';

/** The rules of one kind at work: rows one by one, then what needs all of them. Findings go to the collector, faults back to the caller. */
export class RunningCheck {
  readonly rules: readonly QualityRule[];
  readonly #options: CheckOptions;
  /** The field of the day to which a row belongs. */
  readonly dayField: string | null;
  readonly #placeField: string | null;
  /** Rows read so far by day, where a rule compares months: the same few texts of days come again and again, those of their months would be made anew. */
  readonly #days: Map<string, number> | null;
  /** Which rows share their person and day with an earlier one, as far as eight megabytes can tell; for participations alone. */
  readonly #repeats: { readonly filter: RepeatFilter; readonly lines: NumberList } | null;
  /** Rules that read single rows. */
  readonly #ofRows: readonly QualityRule[];

  constructor(options: CheckOptions) {
    const { context, rule } = options;
    const kind = findCheckedKind(context.kind);
    this.#options = options;
    this.dayField = kind?.day ?? null;
    this.#placeField = kind?.place ?? null;
    this.rules = qualityRules.filter(({ code, kinds }) => kinds.includes(context.kind) && (rule === undefined || rule === code));
    this.#repeats = kind?.kind === PARTICIPATIONS ? { filter: new RepeatFilter(), lines: new NumberList() } : null;
    this.#ofRows = this.rules.filter(({ check }) => check !== undefined);
    this.#days = this.rules.some(({ compareMonths }) => compareMonths !== undefined) ? new Map() : null;
  }

  /** Reads one row of a file, or a stored one, whose number then means nothing. */
  checkRow(row: MappedRow, isStored = false): readonly RuleFault[] {
    if (this.#days !== null) this.#countDay(this.#days, row);
    let found: RuleFault[] | null = null;
    for (const rule of this.#ofRows) {
      const faults = rule.check?.(row, this.#options.context);
      if (faults === undefined) continue;
      found ??= [];
      for (const fault of faults) {
        // The first rule that a cell breaks is its fault: what follows from that would only repeat it.
        if (found.some((earlier) => earlier.field === fault.field && (earlier.severity === 'ERROR' || rule.severity === 'WARNING')))
          continue;
        found.push({ ...fault, row: row.row, rule: rule.code, severity: rule.severity });
        this.#note(rule, fault, row, isStored);
      }
    }
    return found ?? NONE;
  }

  /** Compares publications with each other. */
  compareRows(rows: readonly MappedRow[], isStored = false): readonly RuleFault[] {
    const byNumber = new Map(rows.map((row) => [row.row, row]));
    return this.rules.flatMap((rule) =>
      (rule.compare?.(rows, this.#options.context) ?? []).map((fault) => {
        const row = byNumber.get(fault.row);
        if (row !== undefined) this.#note(rule, fault, row, isStored);
        return { ...fault, rule: rule.code, severity: rule.severity };
      }),
    );
  }

  /** Notes a row of a file that waits, if it may share its person and day with an earlier one. */
  noteSharedDay({ row, values }: MappedRow): void {
    const [person, day] = [values['personKey'], values['date']];
    if (this.#repeats === null || typeof person !== 'string' || typeof day !== 'string') return;
    if (this.#repeats.filter.mayRepeat(hashText(day, hashText(person, HASH_BEGIN)))) this.#repeats.lines.add(row);
  }

  /** The same for a caller who knows already that the row may. */
  noteSharedLine(row: number): void {
    this.#repeats?.lines.add(row);
  }

  /** Whether days that rows share matter. */
  get watchesSharedDays(): boolean {
    return this.#repeats !== null;
  }

  /**
   * Asks what is at fault only beside other rows, once the tables hold all of them: a fault for each row of a file. `tally`: has counted rows that
   * need not be asked about.
   */
  async checkTables(ask: AskTables, given: CheckedTables, tally: ShareTally | null = null): Promise<readonly RuleFault[]> {
    const tables = this.#repeats === null ? given : await gatherSharedDays(ask, given, this.#repeats.lines);
    const found: { readonly rule: QualityRule; readonly find: TableQuestion; readonly at: FoundLine }[] = [];
    for (const [rule, find] of this.#questions('query')) {
      const lines = await ask(sql<FoundLine>`select f.line, ${this.#day()} as day, ${this.#place()} as place
        from (${find.query?.(tables)}) as f join ${tables.rows} as r on r.line = f.line order by f.line`);
      for (const at of lines) found.push({ rule, find, at });
    }
    const conditions = this.#questions('where');
    if (conditions.length > 0) {
      const lines = await ask(
        sql<FoundLine & Record<string, number>>`select r.line, ${this.#day()} as day, ${this.#place()} as place, ${flagsOf(conditions)}
          ${fromConditions(conditions, tables)} order by r.line`,
      );
      for (const at of lines)
        for (const [index, [rule, find]] of conditions.entries()) if (at[`n${index}`] === 1) found.push({ rule, find, at });
    }
    const refused = new Set(found.flatMap(({ rule, at }) => (rule.severity === 'ERROR' ? [at.line] : [])));
    const faults: RuleFault[] = [];
    for (const {
      rule: { code, severity },
      find: { field, hint },
      at: { line, day, place },
    } of found) {
      // A row that stays out is told its errors: warnings of it would only repeat them.
      if (severity === 'WARNING' && refused.has(line)) continue;
      faults.push({ row: line, field, hint, rule: code, severity });
      this.#options.collector.add(this.#placeOf(code, severity, field, place, day), line);
    }
    await this.#summarize(ask, tables, NO_MONTHS, tally);
    return faults;
  }

  /** The same over stored records, whose rows have no numbers: they are counted where they are, by unit and month. */
  async countTables(ask: AskTables, tables: CheckedTables, earlier: RowsByMonth = NO_MONTHS): Promise<void> {
    const month = sql`substr(${this.#day()}, 1, 7)`;
    for (const [{ code, severity }, find] of this.#questions('query')) {
      const counted = await ask(sql<Omit<FoundLine, 'line'> & { count: number }>`select ${month} as day, ${this.#place()} as place,
        count(*) as count from (${find.query?.(tables)}) as f join ${tables.rows} as r on r.line = f.line group by 1, 2`);
      for (const { day, place, count } of counted) {
        this.#options.collector.add(this.#placeOf(code, severity, find.field, place, day), null, count);
      }
    }
    const conditions = this.#questions('where');
    if (conditions.length > 0) {
      const counted = await ask(
        sql<Omit<FoundLine, 'line'> & Record<string, number>>`select ${month} as day, ${this.#place()} as place, ${sumsOf(conditions)}
          ${fromConditions(conditions, tables)} group by 1, 2`,
      );
      for (const row of counted) {
        for (const [index, [{ code, severity }, { field }]] of conditions.entries()) {
          const count = row[`n${index}`] ?? 0;
          if (count > 0) this.#options.collector.add(this.#placeOf(code, severity, field, row.place, row.day), null, count);
        }
      }
    }
    await this.#summarize(ask, tables, earlier, null);
  }

  /** The keys of the first stored records at fault beside others: for the network's own eyes. */
  async keysAtFault(ask: AskTables, tables: CheckedTables, most: number): Promise<readonly { source: string; sourceKey: string }[]> {
    const found: { source: string; sourceKey: string }[] = [];
    for (const [, { query, where }] of [...this.#questions('query'), ...this.#questions('where')]) {
      if (found.length >= most) break;
      const lines = query?.(tables) ?? sql`select r.line ${fromWhere(where ?? sql`1 = 0`, tables)}`;
      const keys = await ask(sql<{ source: string; key: string }>`select r.source as source, r.source_key as key
        from (${lines}) as f join ${tables.rows} as r on r.line = f.line order by 1, 2 limit ${sql.lit(most)}`);
      found.push(...keys.map(({ source, key }) => ({ source, sourceKey: key })));
    }
    return found;
  }

  async #summarize(ask: AskTables, tables: CheckedTables, earlier: RowsByMonth, tally: ShareTally | null): Promise<void> {
    const { context, collector } = this.#options;
    const months = this.#days === null ? earlier : addDays(earlier, this.#days);
    for (const { code, severity, summarize, share, compareMonths } of this.rules) {
      const summaries =
        share !== undefined
          ? await measureShare(ask, tables, share, context.kind, tally)
          : ((await summarize?.(ask, tables, context)) ?? compareMonths?.(months, context) ?? []);
      for (const { field, period, count, expected, actual } of summaries) {
        const place = this.#placeOf(code, severity, field, null, period);
        collector.addWhole({ ...place, count, rows: [], expected, actual });
      }
    }
  }

  /** The questions of one form, with their rules. */
  #questions(form: 'query' | 'where'): (readonly [QualityRule, TableQuestion])[] {
    return this.rules.flatMap((rule) => (rule.find?.[form] === undefined ? [] : [[rule, rule.find] as const]));
  }

  #note({ code, severity }: QualityRule, { field }: FieldFault, { row, values }: MappedRow, isStored: boolean): void {
    const place = this.#placeField === null ? null : textOf(values, this.#placeField);
    const day = this.dayField === null ? null : dayOf(values, this.dayField);
    const where = this.#placeOf(code, severity, field ?? '', place, day);
    // A publication has an id that everybody may know; a record has none that leaves.
    const entity = findCheckedKind(this.#options.context.kind) === undefined ? textOf(values, 'id') : null;
    this.#options.collector.add({ ...where, entity }, isStored ? null : row);
  }

  #countDay(days: Map<string, number>, { values }: MappedRow): void {
    const day = this.dayField === null ? null : dayOf(values, this.dayField);
    if (day !== null) days.set(day, (days.get(day) ?? 0) + 1);
  }

  #placeOf(rule: string, severity: FaultSeverity, field: string, place: string | null, day: string | null): FindingPlace {
    const { context, units } = this.#options;
    return { rule, severity, kind: context.kind, field, unit: units.unitOf(place), period: day?.slice(0, 7) ?? null, entity: null };
  }

  #day(): RawBuilder<string | null> {
    return this.dayField === null ? sql`null` : sql.ref(`r.${columnOf(this.dayField)}`);
  }

  #place(): RawBuilder<string | null> {
    return this.#placeField === null ? sql`null` : sql.ref(`r.${columnOf(this.#placeField)}`);
  }
}
