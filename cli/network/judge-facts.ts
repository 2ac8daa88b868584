import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { iso31661 } from 'iso-3166';
import { Kind } from 'graphql';
import { parseSdl } from '../../subgraphs/federation/parse-sdl.ts';
import { countriesIn } from '../../subgraphs/federation/read-countries.ts';
import type { FederationMember } from '../../subgraphs/federation/rover-config.ts';
import { isThisMachine } from '../processes/is-this-machine.ts';
import { portOf } from '../processes/port-of.ts';
import { completeFacts, GATEWAY_PORT } from './default-facts.ts';
import type { GivenFacts, NetworkFacts } from './network-facts.ts';
import { NetworkRefusal } from './network-refusal.ts';

/** Codes that ISO 3166-1 leaves to its users: good for trying out. */
const USER_ASSIGNED = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;
/** What names of countries are written with; nothing that could end a comment or a string. */
const NAME = /^\p{L}[\p{L}\p{M}\p{N} .,()'’ʻʼ‘-]{0,79}$/u;

const hub = 'hub';

type NamedFacts = Pick<NetworkFacts, 'subgraph' | 'typeName' | 'names'>;

/** Where a new network is going to stand. */
export interface NetworkFolders {
  readonly subgraphsFolder: string;
  readonly textsFolder: string;
}

/**
 * Refuses facts that cannot become a member beside those that are there.
 * Errors  NetworkRefusal with the code of README.md; those of the members' texts
 */
export function assertNewNetwork(facts: NetworkFacts, members: readonly FederationMember[], folders: NetworkFolders): void {
  assertCountry(facts, members);
  const { ru, kk, uz, en } = facts.names;
  for (const name of [en, ru, kk, uz, facts.endonym]) assertName(name);
  assertSubgraph(facts, members, folders);
  assertLanguages([...facts.languages, facts.endonymLanguage]);
  assertPort(facts.port, members);
}

/**
 * Refuses what was given, before the first question: nobody answers four of them to learn that a flag was wrong.
 * Errors  those of assertNewNetwork
 */
export function assertGiven(given: GivenFacts, members: readonly FederationMember[], folders: NetworkFolders): void {
  assertCountry(given, members);
  for (const name of [given.name, given.nameRu, given.nameKk, given.nameUz, given.endonym]) if (name !== undefined) assertName(name);
  const { subgraph, typeName, names, languages, endonymLanguage } = completeFacts(given, members);
  if (given.subgraph !== undefined || given.name !== undefined) assertSubgraph({ subgraph, typeName, names }, members, folders);
  if (given.languages !== undefined) assertLanguages(languages);
  if (given.endonymLanguage !== undefined) assertLanguages([endonymLanguage]);
  if (given.port !== undefined) assertPort(given.port, members);
}

/** Errors  NETWORK_COUNTRY_UNKNOWN, NETWORK_COUNTRY_TAKEN */
function assertCountry({ country }: Pick<NetworkFacts, 'country'>, members: readonly FederationMember[]): void {
  if (!USER_ASSIGNED.test(country) && !iso31661.some(({ alpha2 }) => alpha2 === country)) {
    throw new NetworkRefusal(
      'NETWORK_COUNTRY_UNKNOWN',
      `"${country}" is no country code of ISO 3166-1, such as BY; to try something out, take XA to XZ, which the standard leaves to you.`,
    );
  }
  const texts = members.map(({ name, routingUrl, readSdl }) => ({ name, routingUrl, sdl: readSdl() }));
  const owner = countriesIn(texts).find((member) => member.country === country);
  if (owner) throw new NetworkRefusal('NETWORK_COUNTRY_TAKEN', `${country} is the country of the member ${owner.subgraph}.`);
}

/** Errors  NETWORK_NAME_INVALID */
export function assertName(name: string): void {
  if (NAME.test(name)) return;
  throw new NetworkRefusal(
    'NETWORK_NAME_INVALID',
    `"${name}" is no name: letters, digits, spaces and . , ( ) ' - are accepted, 80 at most.`,
  );
}

/** Errors  NETWORK_NAME_INVALID, NETWORK_NAME_TAKEN */
export function assertSubgraph(facts: NamedFacts, members: readonly FederationMember[], folders: NetworkFolders): void {
  const reason = reasonAgainstName(facts);
  if (reason !== null) throw new NetworkRefusal('NETWORK_NAME_INVALID', `${reason}; choose one: --subgraph NAME.`);
  assertNameIsFree(facts, members, folders);
}

/** Why no subgraph can be named so, whoever else there is; null: one can. */
function reasonAgainstName({ subgraph, names }: NamedFacts): string | null {
  if (subgraph === '' && !/[a-z0-9]/i.test(names.en))
    return `no name of a subgraph can be made of "${names.en}", which has no letters a to z`;
  const isNone = `"${subgraph}" is no name of a subgraph`;
  if (!/^[a-z][a-z0-9_]*$/.test(subgraph)) return `${isNone}: small letters, digits and underscores, a letter first`;
  return subgraph in Object.prototype ? `${isNone}: every JavaScript object has something of this name` : null;
}

function assertNameIsFree(
  { subgraph, typeName }: NamedFacts,
  members: readonly FederationMember[],
  { subgraphsFolder, textsFolder }: NetworkFolders,
): void {
  const refuse = (who: string, remedy = 'choose another: --subgraph NAME'): never => {
    throw new NetworkRefusal('NETWORK_NAME_TAKEN', `"${subgraph}" is taken: ${who}; ${remedy}.`);
  };
  if (members.some(({ name }) => name === subgraph)) refuse('a member of this name is in the member list');
  if (subgraph === 'gateway') refuse('it is the name of the gateway');
  if (existsSync(join(subgraphsFolder, subgraph))) refuse(`the folder subgraphs/${subgraph} exists`);
  if (existsSync(join(textsFolder, `${subgraph}.graphql`))) refuse(`the text schema/subgraphs/${subgraph}.graphql exists`);
  const typeOwners: string[] = [];
  for (const { name, readSdl } of members) {
    for (const node of parseSdl(readSdl(), name).definitions) {
      if (!('name' in node) || !node.name) continue;
      if (node.name.value === typeName) typeOwners.push(name);
      const isQuery = node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query';
      if (isQuery && node.fields?.some((field) => field.name.value === subgraph)) refuse(`${name} has a root field of this name`);
    }
  }
  const [owner, second] = typeOwners;
  // The hub's text repeats the doors of the others: what it alone has is left from a network that was removed.
  if (owner === hub && second === undefined) {
    refuse(`hub still has the type ${typeName} of a network that is no longer a member`, 'run birge compose first');
  }
  if (owner !== undefined) refuse(`${owner} has a type ${typeName}`);
}

/** Errors  NETWORK_LANGUAGE_UNKNOWN */
export function assertLanguages(tags: readonly string[]): void {
  const unknown = tags.find((tag) => !isLanguage(tag));
  if (unknown === undefined) return;
  throw new NetworkRefusal(
    'NETWORK_LANGUAGE_UNKNOWN',
    `"${unknown}" is no language: write BCP 47 tags with commas between them, such as be,ru or uz-Latn.`,
  );
}

function isLanguage(tag: string): boolean {
  try {
    const { language, baseName } = new Intl.Locale(tag);
    return baseName === tag && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language) !== undefined;
  } catch {
    return false;
  }
}

/** Errors  NETWORK_PORT_TAKEN */
export function assertPort(port: number, members: readonly FederationMember[]): void {
  const neighbor = members.find(({ routingUrl }) => isThisMachine(routingUrl) && portOf(routingUrl) === port);
  const owner = neighbor?.name ?? (port === GATEWAY_PORT ? 'the gateway' : undefined);
  if (owner === undefined) return;
  throw new NetworkRefusal('NETWORK_PORT_TAKEN', `port ${port} is that of ${owner}; choose another: --port N.`);
}
