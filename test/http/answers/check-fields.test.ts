import { expect, test } from '@jest/globals';
import { Kind, parse, parseType, type FieldNode } from 'graphql';
import { builtInScalar } from '../../../http/answers/built-in-scalar.ts';
import { checkOfLeaf } from '../../../http/answers/check.ts';
import { checkFields } from '../../../http/answers/check-fields.ts';
import { compileField } from '../../../http/answers/compile-field.ts';

const types: Readonly<Record<string, string>> = { name: 'String!', size: 'Int', shares: '[Float!]', isOpen: 'Boolean' };
const leaf = (name: string) => checkOfLeaf(name, builtInScalar(name) ?? (() => true));

/** Keys stand as a subgraph wrote them; what has a directive may be absent, and of `more` nothing is known. */
function faultOf(selection: string, answer: string): string | null {
  const [operation] = parse(`{ ${selection} }`).definitions;
  const fields = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  const checks = fields.map((field) => {
    const { name, directives = [] } = field as FieldNode;
    const type = types[name.value];
    return compileField(field as FieldNode, type === undefined ? null : parseType(type), directives.length === 0, leaf);
  });
  return checkFields(checks, JSON.parse(answer) as Record<string, unknown>);
}

test.each([
  ['name size shares isOpen', '{"name":"a","size":1,"shares":[0.5,1],"isOpen":false}'],
  ['name size shares isOpen', '{"isOpen":null,"shares":null,"size":null,"name":"a"}'],
  ['name size', '{"name":"a","notAskedFor":0,"size":1}'],
  ['name size name', '{"name":"a","size":1}'],
  ['name size @skip(if: true)', '{"name":"a"}'],
  ['size', '{"size":2147483647}'],
  ['size', '{"size":-2147483648}'],
  ['more name', '{"more":{"any":["thing"]},"name":"a"}'],
  ['__proto__: name', '{"__proto__":"a"}'],
  ['valueOf: name @skip(if: true)', '{}'],
])('%s fits %s', (selection, answer) => expect(faultOf(selection, answer)).toBeNull());

test.each([
  ['name size', '{"size":1}', '.name: missing'],
  ['name size', '{"name":"a"}', '.size: missing'],
  ['more', '{}', '.more: missing'],
  ['name', '{"name":null}', '.name: null for non-null'],
  ['size', '{"size":0.5}', '.size: not Int'],
  ['size', '{"size":2147483648}', '.size: not Int'],
  ['size', '{"size":-2147483649}', '.size: not Int'],
  ['shares', '{"shares":[1,null]}', '.shares: null for non-null'],
  ['shares', '{"shares":["1"]}', '.shares: not Float'],
  ['shares', '{"shares":1}', '.shares: no list'],
  ['t: __typename', '{"t":null}', '.t: no type name'],
  ['constructor: name', '{}', '.constructor: missing'],
  ['__proto__: name', '{}', '.__proto__: missing'],
  // Of two places the one that was asked for first is told, in whatever order they came.
  ['size isOpen', '{"isOpen":1,"size":"1"}', '.size: not Int'],
  ['size isOpen', '{"size":"1","isOpen":1}', '.size: not Int'],
])('%s does not fit %s', (selection, answer, fault) => expect(faultOf(selection, answer)).toBe(fault));
