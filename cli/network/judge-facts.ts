import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { iso31661 } from 'iso-3166';
import { Kind } from 'graphql';
import { parseSdl } from '../../subgraphs/federation/parse-sdl.ts';
import { countriesIn } from '../../subgraphs/federation/read-countries.ts';
import type { FederationMember } from '../../subgraphs/federation/rover-config.ts';
import { isThisMachine } from '../processes/is-this-machine.ts';
import { portOf } from '../processes/port-of.ts';
import { GATEWAY_PORT } from './default-facts.ts';
import type { NetworkFacts } from './network-facts.ts';
import { NetworkRefusal } from './network-refusal.ts';

/** Codes that ISO 3166-1 leaves to its users: good for trying out. */
const USER_ASSIGNED = /^(AA|Q[M-Z]|X[A-Z]|ZZ)$/;
/** What names of countries are written with; nothing that could end a comment or a string. */
const NAME = /^\p{L}[\p{L}\p{M}\p{N} .,()'’ʻʼ‘-]{0,79}$/u;

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
  assertNames(facts);
  assertNameIsFree(facts, members, folders);
  for (const language of [...facts.languages, facts.endonymLanguage]) assertLanguage(language);
  assertPort(facts, members);
}

/** Errors  NETWORK_COUNTRY_UNKNOWN, NETWORK_COUNTRY_TAKEN */
export function assertCountry({ country }: Pick<NetworkFacts, 'country'>, members: readonly FederationMember[]): void {
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

function assertNames({ subgraph, names, endonym }: NetworkFacts): void {
  for (const name of [names.en, names.ru, names.kk, names.uz, endonym]) {
    if (!NAME.test(name)) {
      throw new NetworkRefusal(
        'NETWORK_NAME_INVALID',
        `"${name}" is no name: letters, digits, spaces and . , ( ) ' - are accepted, 80 at most.`,
      );
    }
  }
  if (!/^[a-z][a-z0-9_]*$/.test(subgraph)) {
    const accepted = 'small letters, digits and underscores, a letter first';
    throw new NetworkRefusal('NETWORK_NAME_INVALID', `"${subgraph}" is no name of a subgraph: ${accepted}; choose one: --subgraph NAME.`);
  }
}

function assertNameIsFree(
  { subgraph, typeName }: NetworkFacts,
  members: readonly FederationMember[],
  { subgraphsFolder, textsFolder }: NetworkFolders,
): void {
  const refuse = (who: string): never => {
    throw new NetworkRefusal('NETWORK_NAME_TAKEN', `"${subgraph}" is taken: ${who}; choose another: --subgraph NAME.`);
  };
  if (members.some(({ name }) => name === subgraph)) refuse('a member of this name is in the member list');
  if (subgraph === 'gateway') refuse('it is the name of the gateway');
  if (existsSync(join(subgraphsFolder, subgraph))) refuse(`the folder subgraphs/${subgraph} exists`);
  if (existsSync(join(textsFolder, `${subgraph}.graphql`))) refuse(`the text schema/subgraphs/${subgraph}.graphql exists`);
  for (const { name, readSdl } of members) {
    for (const node of parseSdl(readSdl(), name).definitions) {
      if (!('name' in node) || !node.name) continue;
      if (node.name.value === typeName) refuse(`${name} has a type ${typeName}`);
      const isQuery = node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query';
      if (isQuery && node.fields?.some((field) => field.name.value === subgraph)) refuse(`${name} has a root field of this name`);
    }
  }
}

function assertLanguage(tag: string): void {
  if (isLanguage(tag)) return;
  throw new NetworkRefusal(
    'NETWORK_LANGUAGE_UNKNOWN',
    `"${tag}" is no language: write BCP 47 tags with commas between them, such as be,ru or uz-Latn.`,
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

function assertPort({ port }: NetworkFacts, members: readonly FederationMember[]): void {
  const neighbor = members.find(({ routingUrl }) => isThisMachine(routingUrl) && portOf(routingUrl) === port);
  const owner = neighbor?.name ?? (port === GATEWAY_PORT ? 'the gateway' : undefined);
  if (owner === undefined) return;
  throw new NetworkRefusal('NETWORK_PORT_TAKEN', `port ${port} is that of ${owner}; choose another: --port N.`);
}
