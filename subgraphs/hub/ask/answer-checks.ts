import { LRUCache } from 'lru-cache';
import { parseSdl } from '../../federation/parse-sdl.ts';
import type { FederationCountry } from '../../federation/read-countries.ts';
import { type ContractTypes, readTypes } from '../../federation/read-types.ts';
import { type CheckDoor, compileAnswerCheck } from './compile-answer-check.ts';

/** Questions whose checks are kept: those of the dashboards, and not every one that a client ever made up. */
const KEPT = 500;

/** The checks of what countries answer, made once for each question. */
export class AnswerChecks {
  readonly #types = new Map<string, ContractTypes>();
  readonly #checks = new LRUCache<string, CheckDoor>({ max: KEPT });

  /** `query` names the country's own type, so that no two countries have one question. */
  of({ country, subgraph, sdl }: FederationCountry, query: string): CheckDoor {
    let check = this.#checks.get(query);
    if (check === undefined) {
      let types = this.#types.get(country);
      if (types === undefined) this.#types.set(country, (types = readTypes(parseSdl(sdl, subgraph))));
      this.#checks.set(query, (check = compileAnswerCheck(query, types)));
    }
    return check;
  }
}
