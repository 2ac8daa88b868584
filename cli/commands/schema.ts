import type { Command } from 'commander';
import { defineSchemaCheck } from './schema-check.ts';
import { defineSchemaEmit } from './schema-emit.ts';
import { defineSchemaRelease } from './schema-release.ts';

/** `birge schema …`: the contract as text. */
export function defineSchema(program: Command): void {
  const schema = program.command('schema').summary('emit, check and release the contract').description('The contract as text, in schema/.');
  defineSchemaEmit(schema);
  defineSchemaCheck(schema);
  defineSchemaRelease(schema);
}
