import { definitionLabels } from '../../contract/code-lists/definition-labels.ts';
import { definitionCodes } from '../../contract/code-lists/definitions.ts';
import { Definition } from '../values/definition.ts';

/** The definitions of the given codes, all when none are given, in the order of the list. */
export function listDefinitions(codes?: readonly string[] | null): Definition[] {
  return definitionCodes
    .filter((code) => codes == null || codes.includes(code))
    .map((code) => Object.assign(new Definition(), { code, words: definitionLabels[code] ?? null }));
}
