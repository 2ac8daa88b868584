import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isPlainKey, readOwn, writeOwn, type JsonObject } from '../../http/answers/own-keys.ts';
import { isRecord } from '../../http/is-record.ts';
import { mergeData } from './merge-data.ts';
import type { Rewrite } from './rewrites.ts';
import type { IsOfType } from './type-relations.ts';

/** What a subgraph is told of each entity that it is asked for, each different one once. */
export interface Representations {
  /** A JSON list. */
  readonly json: string;
  readonly typeNames: readonly string[];
  /** For each representation, the indexes of the objects that it stands for. */
  readonly objects: readonly (readonly number[])[];
}

/** Makes the representations of some objects; null when none of them has what the subgraph requires. */
export type MakeRepresentations = (objects: readonly JsonObject[]) => Representations | null;

/**
 * Compiles `requires` of a fetch. An object that lacks a required field is left out: the fetch that should have brought it has failed and said so.
 * Source  Federation 2 subgraph specification, `_entities(representations:)`
 */
export function compileRepresentations(
  requires: readonly QueryPlanSelectionNode[],
  rewrite: Rewrite | null,
  isOfType: IsOfType,
): MakeRepresentations {
  const select = compileSelections(requires, isOfType);
  return (objects) => {
    const places = new Map<string, number[]>();
    const typeNames: string[] = [];
    for (let index = 0; index < objects.length; index += 1) {
      const representation = select(objects[index]);
      const typeName = representation?.['__typename'];
      if (representation === null || typeof typeName !== 'string') continue;
      rewrite?.(representation);
      const json = JSON.stringify(representation);
      const known = places.get(json);
      if (known === undefined) {
        places.set(json, [index]);
        typeNames.push(String(representation['__typename']));
      } else known.push(index);
    }
    if (places.size === 0) return null;
    return { json: `[${[...places.keys()].join(',')}]`, typeNames, objects: [...places.values()] };
  };
}

type Select = (source: unknown) => JsonObject | null;

function compileSelections(selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType): Select {
  const parts = selections.flatMap((selection): ((source: JsonObject, into: JsonObject) => boolean)[] => {
    if (selection.kind === 'Field') {
      const key = selection.alias ?? selection.name;
      const isPlain = isPlainKey(key);
      const below = selection.selections === undefined ? null : compileSelections(selection.selections, isOfType);
      return [
        (source, into) => {
          const value = isPlain ? source[key] : readOwn(source, key);
          if (value === undefined) return false;
          const selected = below === null ? value : selectBelow(value, below);
          if (isPlain) into[key] = selected;
          else writeOwn(into, key, selected);
          return true;
        },
      ];
    }
    const { typeCondition } = selection;
    if (typeCondition === undefined) return [];
    const below = compileSelections(selection.selections, isOfType);
    return [
      (source, into) => {
        const typeName = source['__typename'];
        if (typeof typeName !== 'string' || !isOfType(typeName, typeCondition)) return true;
        const selected = below(source);
        if (selected !== null) mergeData(into, selected, isOfType);
        return true;
      },
    ];
  });
  return (source) => {
    if (!isRecord(source)) return null;
    const into: JsonObject = {};
    return parts.every((part) => part(source, into)) ? into : null;
  };
}

function selectBelow(value: unknown, select: Select): unknown {
  return Array.isArray(value) ? value.map((item) => selectBelow(item, select)) : select(value);
}
