import { countryNames } from '../../subgraphs/contract/code-lists/country-names.ts';
import type { FederationMember } from '../../subgraphs/federation/rover-config.ts';
import { portOf } from '../processes/port-of.ts';
import type { GivenFacts, NetworkFacts } from './network-facts.ts';

/** The gateway's port, unless PORT moves it. */
export const GATEWAY_PORT = 4000;

/**
 * Completes what was given: the names of the country as Unicode CLDR has them, its likely language, the next free port after the countries'.
 * Shape   given facts, members -> all facts, not judged yet; a country without names bears its code
 * Source  Unicode CLDR by Intl, which names what ISO 3166-1 assigns
 */
export function completeFacts(given: GivenFacts, members: readonly FederationMember[]): NetworkFacts {
  const { country } = given;
  const known = countryNames(country);
  const en = given.name ?? known.en ?? country;
  const endonymLanguage = canonical(given.endonymLanguage ?? likelyLanguage(country));
  const subgraph = given.subgraph ?? wordsOf(en).join('_').toLowerCase();
  return {
    country,
    subgraph,
    typeName: `${subgraph.split('_').map(capitalized).join('')}Network`,
    names: { ru: given.nameRu ?? known.ru ?? en, kk: given.nameKk ?? known.kk ?? en, uz: given.nameUz ?? known.uz ?? en, en },
    endonym: given.endonym ?? nameIn(endonymLanguage, country) ?? en,
    endonymLanguage,
    languages: [...new Set((given.languages ?? [endonymLanguage]).map(canonical))],
    port: given.port ?? nextPort(members),
  };
}

/** Words in the letters a to z and digits: `Côte d’Ivoire` is Cote, d, Ivoire. */
function wordsOf(name: string): string[] {
  return (
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? []
  );
}

const capitalized = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** The language that most people of a country speak, by CLDR; English where it knows none. */
function likelyLanguage(country: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return 'en';
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  return language === 'und' ? 'en' : language;
}

/** A tag in its usual spelling: case does not matter in it. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    // A tag that is none is refused where the facts are judged, as it was typed.
    return tag;
  }
}

function nameIn(language: string, country: string): string | undefined {
  try {
    return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(country);
  } catch {
    // A tag that is none is refused where the facts are judged; here it only has no name.
    return undefined;
  }
}

function nextPort(members: readonly FederationMember[]): number {
  const taken = new Set([GATEWAY_PORT, ...members.map(({ routingUrl }) => portOf(routingUrl))]);
  let port = GATEWAY_PORT + 1;
  while (taken.has(port)) port += 1;
  return port;
}
