import { parseDocument } from 'yaml';
import { countryRegions } from './country-regions.ts';

/** The file of a network's folder that says how its exports are made up for a trial. */
export const PROFILE = 'synth.yaml';
/** Thousands of inhabitants of each region, until somebody enters the real ones: every region is drawn as often. */
const UNKNOWN_POPULATION = 100;

/** A sibling's profile of made-up exports, with the new network's regions in place of the sibling's; comments stay. */
export function siblingProfile(text: string, country: string): string {
  const profile = parseDocument(text);
  const codes = countryRegions(country).flatMap(({ iso }) => iso ?? []);
  profile.set('population', profile.createNode(Object.fromEntries(codes.map((code) => [code, UNKNOWN_POPULATION]))));
  return profile.toString({ lineWidth: 0 });
}
