import { LRUCache } from 'lru-cache';
import { parseSdl } from '../../federation/parse-sdl.ts';
import type { FederationCountry } from '../../federation/read-countries.ts';
import { type ContractTypes, readTypes } from '../../federation/read-types.ts';
import { type CheckDoor, compileAnswerCheck } from './compile-answer-check.ts';

/** Questions to one country whose checks are kept: those of the dashboards, and not every one that a client ever made up. */
const KEPT = 200;

/** The checks of what countries answer, made once for each country and question. */
export class AnswerChecks {
  readonly #countries = new Map<string, { readonly types: ContractTypes; readonly checks: LRUCache<string, CheckDoor> }>();

  of({ country, subgraph, sdl }: FederationCountry, query: string): CheckDoor {
    let known = this.#countries.get(country);
    if (known === undefined) {
      known = { types: readTypes(parseSdl(sdl, subgraph)), checks: new LRUCache({ max: KEPT }) };
      this.#countries.set(country, known);
    }
    let check = known.checks.get(query);
    if (check === undefined) known.checks.set(query, (check = compileAnswerCheck(query, known.types)));
    return check;
  }
}
