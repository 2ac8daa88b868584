import { counter, type Family, gauge, samplesBy } from '../../../http/metrics/family.ts';
import type { FederationCountry } from '../../federation/read-countries.ts';
import type { CountryClient } from '../ask/country-client.ts';
import type { KnowledgeKeeper } from '../knowledge/knowledge-keeper.ts';
import type { NetworkWatch } from './network-watch.ts';

/** What the hub counts and knows of the countries. */
export interface HubCounts {
  readonly countries: readonly FederationCountry[];
  readonly client: CountryClient;
  readonly watch: NetworkWatch;
  readonly keeper: KnowledgeKeeper;
  readonly now: () => Date;
}

/** What the hub tells of the countries: its calls to them, how they are, and how old is what it keeps of them. */
export function hubFamilies({ countries, client, watch, keeper, now }: HubCounts): Family[] {
  const known = countries.map(({ country }) => ({ country, ...watch.knowledgeOf(country) }));
  const standIns = [
    ...samplesBy('country', client.copiesShown).map((sample) => ({ ...sample, labels: { ...sample.labels, of: 'answer' } })),
    ...samplesBy('country', keeper.standIns).map((sample) => ({ ...sample, labels: { ...sample.labels, of: 'facts' } })),
  ];
  return [
    ...client.families(countries),
    counter(
      'birge_last_known_served_total',
      'Last known copies that stood in for a country that was away: of an answer, or of its facts.',
      standIns,
    ),
    gauge(
      'birge_knowledge_age_seconds',
      'How long ago a country last said that the facts kept of it are still so.',
      samplesBy(
        'country',
        keeper.confirmedAt().map(([country, at]): [string, number] => [country, (now().getTime() - at.getTime()) / 1_000]),
      ),
    ),
    gauge(
      'birge_network_up',
      'Whether a country answered when the hub last asked it: 1 or 0.',
      samplesBy(
        'country',
        known.flatMap(({ country, isUp }): [string, number][] => (isUp === null ? [] : [[country, isUp ? 1 : 0]])),
      ),
    ),
    gauge(
      'birge_network_last_published_timestamp_seconds',
      'When a country last published, as far as the hub ever heard, in seconds since 1970.',
      samplesBy(
        'country',
        known.flatMap(({ country, lastPublishedAt }): [string, number][] =>
          lastPublishedAt === null ? [] : [[country, Date.parse(lastPublishedAt) / 1_000]],
        ),
      ),
    ),
  ];
}
