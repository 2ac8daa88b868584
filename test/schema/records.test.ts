import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type DefinitionNode, parse } from 'graphql';
import { root } from '../architecture/read-imports.ts';
import { recordEntities } from '../../subgraphs/national/records/record-tables.ts';

/** `RecordHelpRequest`: the type must bear neither name. */
const recordNames = new Set(recordEntities.flatMap(({ meta }) => [meta.className, meta.className.replace(/^Record/, '')]));
const recordTypesIn = (sdl: string): string[] =>
  parse(sdl).definitions.flatMap((definition: DefinitionNode) => {
    const name = 'name' in definition ? definition.name?.value : undefined;
    return name !== undefined && recordNames.has(name) ? [name] : [];
  });

test('the contract has no type of a private record', () => {
  const files = globSync('schema/**/*.graphql', { cwd: root, exclude: ['schema/operations/**'] });
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) expect({ file, types: recordTypesIn(readFileSync(join(root, file), 'utf8')) }).toEqual({ file, types: [] });
});

test.each(['Person', 'RecordPerson', 'Participation', 'HelpRequest', 'Image'])('a type %s is found', (name) =>
  expect(recordTypesIn(`type ${name} { id: ID }`)).toEqual([name]),
);
