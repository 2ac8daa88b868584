import { type RawBuilder, sql } from 'kysely';
import type { AskTables, CheckedTables, FieldFault, MappedRow, QualityRule, RuleContext } from '../quality-rule.ts';
import type { FaultSeverity } from '../row-fault.ts';
import type { FindingCollector, FindingPlace } from './finding.ts';
import { qualityRules } from './quality-rules.ts';
import { columnOf, findCheckedKind } from './checked-kinds.ts';
import { dayOf, textOf } from './row-values.ts';
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

/** The rules of one kind at work: rows one by one, then what needs all of them. Findings go to the collector, faults back to the caller. */
export class RunningCheck {
  readonly rules: readonly QualityRule[];
  readonly #options: CheckOptions;
  readonly #dayField: string | null;
  readonly #placeField: string | null;

  constructor(options: CheckOptions) {
    const { context, rule } = options;
    const kind = findCheckedKind(context.kind);
    this.#options = options;
    this.#dayField = kind?.day ?? null;
    this.#placeField = kind?.place ?? null;
    this.rules = qualityRules.filter(({ code, kinds }) => kinds.includes(context.kind) && (rule === undefined || rule === code));
  }

  /** Reads one row of a file, or a stored one, whose number then means nothing. */
  checkRow(row: MappedRow, isStored = false): readonly RuleFault[] {
    let found: RuleFault[] | null = null;
    for (const rule of this.rules) {
      const faults = rule.check?.(row, this.#options.context);
      if (faults === undefined) continue;
      found ??= [];
      for (const fault of faults) {
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

  /** Asks what is at fault only beside other rows, once the tables hold all of them: a fault for each row of a file. */
  async checkTables(ask: AskTables, tables: CheckedTables): Promise<readonly RuleFault[]> {
    const faults: RuleFault[] = [];
    for (const { code, severity, find } of this.rules) {
      if (find === undefined) continue;
      const { field, hint } = find;
      const found = await ask(sql<FoundLine>`select f.line, ${this.#day()} as day, ${this.#place()} as place
        from (${find.query(tables, this.#options.context)}) as f join ${tables.rows} as r on r.line = f.line order by f.line`);
      for (const { line, day, place } of found) {
        faults.push({ row: line, field, hint, rule: code, severity });
        this.#options.collector.add(this.#placeOf(code, severity, field, place, day), line);
      }
    }
    await this.#summarize(ask, tables);
    return faults;
  }

  /** The same over stored records, whose rows have no numbers: they are counted where they are, by unit and month. */
  async countTables(ask: AskTables, tables: CheckedTables): Promise<void> {
    for (const { code, severity, find } of this.rules) {
      if (find === undefined) continue;
      const counted = await ask(sql<FoundLine & { count: number }>`select substr(${this.#day()}, 1, 7) as day, ${this.#place()} as place,
        count(*) as count from (${find.query(tables, this.#options.context)}) as f join ${tables.rows} as r on r.line = f.line group by 1, 2`);
      for (const { day, place, count } of counted) {
        this.#options.collector.add(this.#placeOf(code, severity, find.field, place, day), null, count);
      }
    }
    await this.#summarize(ask, tables);
  }

  /** The keys of the first stored records at fault beside others: for the network's own eyes. */
  async keysAtFault(ask: AskTables, tables: CheckedTables, most: number): Promise<readonly { source: string; sourceKey: string }[]> {
    const found: { source: string; sourceKey: string }[] = [];
    for (const { find } of this.rules) {
      if (find === undefined || found.length >= most) continue;
      const keys = await ask(sql<{ source: string; key: string }>`select r.source as source, r.source_key as key
        from (${find.query(tables, this.#options.context)}) as f join ${tables.rows} as r on r.line = f.line order by 1, 2 limit ${sql.lit(most)}`);
      found.push(...keys.map(({ source, key }) => ({ source, sourceKey: key })));
    }
    return found;
  }

  async #summarize(ask: AskTables, tables: CheckedTables): Promise<void> {
    for (const { code, severity, summarize } of this.rules) {
      for (const { field, period, count, expected, actual } of (await summarize?.(ask, tables, this.#options.context)) ?? []) {
        const place = this.#placeOf(code, severity, field, null, period);
        this.#options.collector.addWhole({ ...place, count, rows: [], expected, actual });
      }
    }
  }

  #note({ code, severity }: QualityRule, { field }: FieldFault, { row, values }: MappedRow, isStored: boolean): void {
    const place = this.#placeField === null ? null : textOf(values, this.#placeField);
    const day = this.#dayField === null ? null : dayOf(values, this.#dayField);
    const where = this.#placeOf(code, severity, field ?? '', place, day);
    // A publication has an id that everybody may know; a record has none that leaves.
    const entity = findCheckedKind(this.#options.context.kind) === undefined ? textOf(values, 'id') : null;
    this.#options.collector.add({ ...where, entity }, isStored ? null : row);
  }

  #placeOf(rule: string, severity: FaultSeverity, field: string, place: string | null, day: string | null): FindingPlace {
    const { context, units } = this.#options;
    return { rule, severity, kind: context.kind, field, unit: units.unitOf(place), period: day?.slice(0, 7) ?? null, entity: null };
  }

  #day(): RawBuilder<string | null> {
    return this.#dayField === null ? sql`null` : sql.ref(`r.${columnOf(this.#dayField)}`);
  }

  #place(): RawBuilder<string | null> {
    return this.#placeField === null ? sql`null` : sql.ref(`r.${columnOf(this.#placeField)}`);
  }
}
