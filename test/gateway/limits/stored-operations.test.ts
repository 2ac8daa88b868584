import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildASTSchema, getVariableValues, parse, validate } from 'graphql';
import { costOf, findCostFault } from '../../../gateway/limits/cost.ts';
import { createOperationReader } from '../../../gateway/limits/create-operation-reader.ts';
import { documentRule } from '../../../gateway/limits/document-rule.ts';
import { readLimits } from '../../../gateway/limits/limits.ts';
import { definitionsOf } from '../../../gateway/limits/measure-operation.ts';
import { findPageFault } from '../../../gateway/limits/page-size.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'schema');
const supergraph = readFileSync(join(folder, 'supergraph.graphql'), 'utf8');
const schema = buildASTSchema(parse(supergraph), { assumeValidSDL: true });
const read = createOperationReader(schema, supergraph);
const limits = readLimits((_variable, shipped) => shipped);
const files = readdirSync(join(folder, 'operations')).filter((name) => name.endsWith('.graphql'));

test('there are stored operations', () => expect(files.length).toBeGreaterThan(5));

describe.each(files)('%s', (file) => {
  test('keeps every limit as it ships', () => {
    const document = parse(readFileSync(join(folder, 'operations', file), 'utf8'), { maxTokens: limits.maxTokens });
    expect(validate(schema, document, [documentRule(limits)])).toEqual([]);
    for (const operation of definitionsOf(document).operations) {
      const { coerced: variables = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], {});
      const { cost, pages } = read(document, operation);
      expect(costOf(cost, variables)).toBeGreaterThan(0);
      expect([findPageFault(pages, variables, limits), findCostFault(costOf(cost, variables), limits)]).toEqual([null, null]);
    }
  });
});

test.each([
  ['a total', '{ total(indicator: "VOL_TOTAL", definition: "REGISTERED", period: "2023") { value } }', 200],
  ['aid', '{ aid(glide: "FL-2024-000001-KAZ") { coverage { complete } } }', 200],
  ['a comparison', '{ comparability(a: "kz:statement:a", b: "kz:statement:b") { verdict } }', 50],
  ['a look for contradictions', '{ contradictions { totalCount } }', 50],
])('%s costs what it reads, not what it answers', (_what, query, least) => {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const [operation] = definitionsOf(document).operations;
  if (operation === undefined) throw new Error('no operation');
  const cost = costOf(read(document, operation).cost, {});
  expect(cost).toBeGreaterThanOrEqual(least);
  expect(cost).toBeLessThan(least + 10);
});
