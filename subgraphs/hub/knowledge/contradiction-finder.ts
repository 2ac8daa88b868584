import { setImmediate as turn } from 'node:timers/promises';
import type { FederationCountry } from '../../federation/read-countries.ts';
import type { Contradiction } from '../merge/contradictions/contradiction.ts';
import { findContradictionsPausing } from '../merge/contradictions/find-contradictions.ts';
import type { JointProgramFacts, Knowledge } from '../merge/contradictions/knowledge.ts';
import type { StatementFacts } from '../merge/statement-facts.ts';
import type { Decision } from './read-decisions.ts';
import type { KnowledgeKeeper, Knowing, Known } from './knowledge-keeper.ts';

/** A contradiction with what its owner says of it. */
export interface JudgedContradiction extends Contradiction {
  readonly note: Decision['note'] | null;
}

/** What the countries that answered know together, and what does not go together in it. */
export interface Found {
  readonly known: Known;
  readonly knowledge: Knowledge;
  readonly contradictions: readonly JudgedContradiction[];
}

/** What the hub knows beside the countries. */
export interface OwnKnowledge {
  readonly statements: readonly StatementFacts[];
  readonly jointPrograms: readonly JointProgramFacts[];
  /** By the id of the contradiction. */
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** How many sets of countries are kept: with one away now and another then, few are asked for in turn. */
const KEPT_SETS = 4;

/** Finds the contradictions of what is known, once for each state of it: they are found again when a country's facts change. */
export class ContradictionFinder {
  readonly #keeper: KnowledgeKeeper;
  readonly #own: OwnKnowledge;
  readonly #found = new Map<string, Promise<Omit<Found, 'known'>>>();

  constructor(keeper: KnowledgeKeeper, own: OwnKnowledge) {
    this.#keeper = keeper;
    this.#own = own;
  }

  /**
   * Shape   countries, how to ask -> contradictions among the rows of those that answered and the hub's own, in the order of their ids
   */
  async find(countries: readonly FederationCountry[], asking: Knowing): Promise<Found> {
    const known = await this.#keeper.know(countries, asking);
    const { revision } = known;
    const finding = this.#found.get(revision) ?? this.#findIn(known);
    // The one that was asked for last stays longest.
    this.#found.delete(revision);
    this.#found.set(revision, finding);
    const [oldest] = this.#found.keys();
    if (this.#found.size > KEPT_SETS && oldest !== undefined) this.#found.delete(oldest);
    return { known, ...(await finding) };
  }

  async #findIn({ facts }: Known): Promise<Omit<Found, 'known'>> {
    const countries = [...facts.values()];
    const knowledge: Knowledge = {
      statements: [...countries.flatMap(({ statements }) => statements), ...this.#own.statements],
      actions: countries.flatMap(({ actions }) => actions),
      organizations: countries.flatMap(({ organizations }) => organizations),
      programs: countries.flatMap(({ programs }) => programs),
      jointPrograms: this.#own.jointPrograms,
      aidFlows: countries.flatMap(({ aidFlows }) => aidFlows),
      regions: new Map([...facts].map(([country, { regions }]) => [country, regions])),
    };
    const contradictions = await findContradictionsPausing(knowledge, turn);
    return { knowledge, contradictions: contradictions.map((contradiction) => this.#judge(contradiction)) };
  }

  #judge(contradiction: Contradiction): JudgedContradiction {
    const decision = this.#own.decisions.get(contradiction.id);
    return { ...contradiction, status: decision?.status ?? contradiction.status, note: decision?.note ?? null };
  }
}
