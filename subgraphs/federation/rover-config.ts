import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { FederationError } from './federation-error.ts';

export interface FederationMember {
  /** The name in the member list, the folder's name and the variable's suffix: lower-case letters, digits, underscores. */
  readonly name: string;
  /** Where the subgraph answers GraphQL; an override by environment is already in it. */
  readonly routingUrl: string;
  /** Absolute path of the subgraph's text; null when the list holds the text itself. */
  readonly schemaFile: string | null;
  /** Gives the subgraph's text, read when asked for. Throws MEMBER_LIST_UNREADABLE. */
  readSdl(this: void): string;
}

/**
 * The members of the federation, from a file in the supergraph-config format of Rover.
 * Shape   file, overrides by name -> members sorted by name
 * Errors  MEMBER_LIST_UNREADABLE, MEMBER_LIST_INVALID: name the file, the key and what is accepted
 * Source  https://www.apollographql.com/docs/rover/commands/supergraphs (federation_version, subgraphs.<name>.routing_url, schema)
 */
export function readRoverConfig(file: string, routingUrls: Readonly<Record<string, string>> = {}): FederationMember[] {
  const config = readYaml(file);
  const refuse = (key: string, accepted: string): never => {
    throw new FederationError('MEMBER_LIST_INVALID', `${file}: ${key} ${accepted}`);
  };
  if (!isRecord(config)) return refuse('the top level', 'must be a map with federation_version and subgraphs');
  const version = config['federation_version'];
  // Rover takes 1, 2 and exact versions; this federation needs 2.
  if (version !== undefined && version !== 2 && !(typeof version === 'string' && /^=?2(\.\d+){0,2}$/.test(version))) {
    refuse('federation_version', `must be 2 or an exact version such as =2.14.4, not ${JSON.stringify(version)}`);
  }
  const subgraphs = config['subgraphs'];
  if (!isRecord(subgraphs) || Object.keys(subgraphs).length === 0) return refuse('subgraphs', 'must be a map with at least one subgraph');

  const members = Object.entries(subgraphs).map(([name, row]): FederationMember => {
    const key = `subgraphs.${name}`;
    if (!/^[a-z][a-z0-9_]*$/.test(name)) refuse(key, 'must be named in lower-case letters, digits and underscores');
    if (!isRecord(row)) return refuse(key, 'must be a map with routing_url and schema');
    // Own entries alone: a member may be named like what every object inherits.
    const override = Object.hasOwn(routingUrls, name) ? routingUrls[name] : undefined;
    const routingUrl = override ?? row['routing_url'];
    const urlKey = override === undefined ? `${key}.routing_url` : `ROUTING_URL_${name.toUpperCase()} (replaces ${key}.routing_url)`;
    if (!isHttpUrl(routingUrl)) return refuse(urlKey, `must be an http or https URL, not ${JSON.stringify(routingUrl)}`);
    const schema = row['schema'];
    if (isRecord(schema) && typeof schema['sdl'] === 'string') {
      const sdl = schema['sdl'];
      return { name, routingUrl, schemaFile: null, readSdl: () => sdl };
    }
    if (isRecord(schema) && typeof schema['file'] === 'string') {
      const schemaFile = resolve(dirname(file), schema['file']);
      return { name, routingUrl, schemaFile, readSdl: () => readText(schemaFile, `${file}: ${key}.schema.file`) };
    }
    return refuse(`${key}.schema`, 'must hold file (a path beside this file) or sdl (the text itself); nothing is asked over the network');
  });
  const unknown = Object.keys(routingUrls).filter((name) => !members.some((member) => member.name === name));
  if (unknown.length > 0) {
    const known = members.map(({ name }) => name).sort();
    refuse(`ROUTING_URL_${unknown[0]?.toUpperCase()}`, `names no member; the members are ${known.join(', ')}`);
  }
  return members.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readYaml(file: string): unknown {
  const text = readText(file, 'the member list');
  try {
    return parse(text);
  } catch (error) {
    throw new FederationError('MEMBER_LIST_INVALID', `${file}: is not YAML: ${messageOf(error)}`, { cause: error });
  }
}

function readText(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new FederationError('MEMBER_LIST_UNREADABLE', `${what} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function isHttpUrl(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  return ['http:', 'https:'].includes(new URL(value).protocol);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
