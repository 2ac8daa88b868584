import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { errorFacts } from '../http/error-facts.ts';

/**
 * The stored queries that fit a schema, by file name; with another supergraph most of them do not, and are then not offered.
 * Shape   folder, schema -> texts; none when the folder is missing
 * Errors  a file that is not GraphQL is left out, as it fits no schema
 */
export async function readPreparedQueries(folder: string, schema: GraphQLSchema): Promise<string[]> {
  const queries: string[] = [];
  for (const name of await namesIn(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    if (fits(text, schema)) queries.push(text);
  }
  return queries;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  } catch (error) {
    if (errorFacts(error).code === 'ENOENT') return [];
    throw error;
  }
}

function fits(text: string, schema: GraphQLSchema): boolean {
  try {
    return validate(schema, parse(text)).length === 0;
  } catch {
    return false;
  }
}
