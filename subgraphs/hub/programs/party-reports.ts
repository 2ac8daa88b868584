import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { AnsweredRow } from '../ask/answered-row.ts';
import { askCountries } from '../ask/ask-countries.ts';
import type { DoorQuestion } from '../ask/country-client.ts';
import { type ForwardedSelection, forwardedSelections, type ForwardedVariables, forwardedVariables } from '../ask/forwarded-selection.ts';
import type { Outcomes } from '../ask/outcome.ts';
import type { HubContext } from '../request-context.ts';
import type { JointProgram } from '../values/joint-program.ts';

/** A party's report of one commitment: what the hub itself needs of it, and the row the client asked for. */
export interface PartyReport {
  readonly country: string;
  readonly key: string;
  readonly seq: number;
  readonly basis: string;
  readonly status: string;
  readonly text: string | null;
  readonly row: AnsweredRow;
}

const ALL_ROWS = 1_000;
/** What the hub itself needs of a party's report. */
export const REPORT_FIELDS = 'birge_key: key birge_seq: seq birge_basis: basis birge_status: status birge_text: text';

/**
 * What the parties of some joint programs publish of them. Each party is asked once for all programs, with the client's own selection,
 * when the first field that needs it is resolved.
 */
export class PartyReports {
  readonly #programs: readonly JointProgram[];
  readonly #reports: readonly ForwardedSelection[];
  readonly #actions: readonly ForwardedSelection[];
  readonly #variables: ForwardedVariables;
  readonly #context: HubContext;
  #asked: Promise<Outcomes> | null = null;

  /** `type` is that of the resolved field, `paths` the fields from there to the programs: nothing, `nodes`, or `edges` and `node`. */
  constructor(
    programs: readonly JointProgram[],
    info: GraphQLResolveInfo,
    type: GraphQLObjectType,
    paths: readonly (readonly string[])[],
    context: HubContext,
  ) {
    this.#programs = programs;
    this.#context = context;
    this.#reports = paths.flatMap((path) => forwardedSelections(info, type, [...path, 'commitments', 'reports']));
    this.#actions = paths.flatMap((path) => forwardedSelections(info, type, [...path, 'actions']));
    this.#variables = forwardedVariables(info, [...this.#reports, ...this.#actions]);
  }

  /** How each party of a program answered. */
  async outcomesOf(program: JointProgram): Promise<Outcomes> {
    const outcomes = await this.#ask();
    return new Map([...outcomes].filter(([country]) => program.parties.includes(country)));
  }

  /** The parties' reports of a program's commitments, by country. `path` tells which selection of the client the rows carry. */
  async reportsOf(program: JointProgram, path: string | null): Promise<PartyReport[]> {
    const part = this.#reports.findIndex((selection) => selection.path === path);
    const rows = await this.#rowsOf(program, `c${Math.max(part, 0)}`);
    return rows.map(([country, row]) => ({
      country,
      key: String(row['birge_key']),
      seq: Number(row['birge_seq']),
      basis: String(row['birge_basis']),
      status: String(row['birge_status']),
      text: typeof row['birge_text'] === 'string' ? row['birge_text'] : null,
      row: new AnsweredRow(row),
    }));
  }

  /** The parties' actions that belong to a program, by country and first day. */
  async actionsOf(program: JointProgram, path: string): Promise<AnsweredRow[]> {
    const part = this.#actions.findIndex((selection) => selection.path === path);
    const rows = await this.#rowsOf(program, `a${part}`);
    return rows.map(([, row]) => new AnsweredRow(row));
  }

  async #rowsOf(program: JointProgram, alias: string): Promise<[country: string, row: Record<string, unknown>][]> {
    const outcomes = await this.outcomesOf(program);
    return [...outcomes]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([country, outcome]) => {
        const page = outcome.kind === 'answered' ? outcome.door[`p${this.#programs.indexOf(program)}${alias}`] : null;
        const nodes = (page as { nodes?: Record<string, unknown>[] } | null | undefined)?.nodes ?? [];
        return nodes.map((row): [string, Record<string, unknown>] => [country, row]);
      });
  }

  #ask(): Promise<Outcomes> {
    const { client, requestId, countryTimeoutMs, notice, countries } = this.#context;
    const parties = countries.filter(({ country }) => this.#programs.some((program) => program.parties.includes(country)));
    const questions = parties.map((party) => [party, this.#questionTo(party.country)] as const);
    return (this.#asked ??= askCountries(questions, { client, requestId, timeoutMs: countryTimeoutMs, notice }));
  }

  #questionTo(country: string): DoorQuestion {
    const asked = this.#programs.flatMap((program, index) => (program.parties.includes(country) ? [{ id: program.id, index }] : []));
    const reports = this.#reports.length > 0 ? this.#reports.map(({ fields }) => fields) : [''];
    const fields = asked.flatMap(({ index }) => [
      ...reports.map(
        (own, part) =>
          `p${index}c${part}: commitments(jointProgramId: $birge_p${index}, first: ${ALL_ROWS}) { nodes { ${REPORT_FIELDS} ${own} } }`,
      ),
      ...this.#actions.map(
        (part, number) =>
          `p${index}a${number}: actions(filter: { programs: [$birge_p${index}] }, orderBy: START_ASC, first: ${ALL_ROWS}) { nodes { ${part.fields} } }`,
      ),
    ]);
    return {
      fields: fields.join(' '),
      variables: [...this.#variables.declarations, ...asked.map(({ index }) => `$birge_p${index}: ID!`)],
      values: { ...this.#variables.values, ...Object.fromEntries(asked.map(({ index, id }) => [`birge_p${index}`, id])) },
    };
  }
}
