import { isPlainKey, readOwn, type JsonObject } from '../../http/answers/own-keys.ts';
import { isRecord } from '../../http/is-record.ts';
import type { IsOfType } from './type-relations.ts';

/** One step from the root of the data to the entities of a fetch: a key, every item of a list, or only objects of some types. */
export type PathStep =
  | { readonly kind: 'key'; readonly key: string; readonly isPlain: boolean }
  | { readonly kind: 'each' }
  | { readonly kind: 'types'; readonly names: readonly string[] };

/** A place in the data or in an answer: keys and list indexes. */
export type ResponsePath = readonly (string | number)[];

/**
 * Reads a path of a query plan, such as `networks`, `@`, `owner|[Cat,Dog]`.
 * Source  @apollo/query-planner, `FlattenNode.path`
 */
export function readFetchPath(path: readonly (string | number)[]): readonly PathStep[] {
  return path.flatMap((element): PathStep[] => {
    const [name = '', types] = String(element).split('|[', 2);
    const steps: PathStep[] = name === '' ? [] : [name === '@' ? { kind: 'each' } : { kind: 'key', key: name, isPlain: isPlainKey(name) }];
    if (types !== undefined) steps.push({ kind: 'types', names: types.replace(/\]$/, '').split(',') });
    return steps;
  });
}

/** The keys of a path as far as one place can stand for all of its rows: up to the first list. */
export function placeOf(steps: readonly PathStep[]): string[] {
  const first = steps.findIndex(({ kind }) => kind === 'each');
  return (first === -1 ? steps : steps.slice(0, first)).flatMap((step) => (step.kind === 'key' ? [step.key] : []));
}

/** The objects at a path, in the order of the data; what is null or no object is left out. */
export function gather(data: unknown, steps: readonly PathStep[], isOfType: IsOfType): JsonObject[] {
  const found: JsonObject[] = [];
  walk(data, steps, 0, isOfType, (object) => found.push(object), null);
  return found;
}

/** Where the objects that `gather` finds stand, in the same order; only asked when an error must be told. */
export function locate(data: unknown, steps: readonly PathStep[], isOfType: IsOfType): ResponsePath[] {
  const places: ResponsePath[] = [];
  const place: (string | number)[] = [];
  walk(data, steps, 0, isOfType, () => places.push([...place]), place);
  return places;
}

function walk(
  value: unknown,
  steps: readonly PathStep[],
  from: number,
  isOfType: IsOfType,
  found: (object: JsonObject) => void,
  place: (string | number)[] | null,
): void {
  const step = steps[from];
  if (step?.kind === 'each') {
    if (!Array.isArray(value)) return;
    for (let index = 0; index < value.length; index += 1) {
      place?.push(index);
      walk(value[index], steps, from + 1, isOfType, found, place);
      place?.pop();
    }
    return;
  }
  if (!isRecord(value)) return;
  if (step === undefined) return found(value);
  if (step.kind === 'types') {
    const typeName = value['__typename'];
    if (typeof typeName === 'string' && step.names.some((name) => isOfType(typeName, name)))
      walk(value, steps, from + 1, isOfType, found, place);
    return;
  }
  place?.push(step.key);
  walk(step.isPlain ? value[step.key] : readOwn(value, step.key), steps, from + 1, isOfType, found, place);
  place?.pop();
}
