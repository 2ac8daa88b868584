import type { KnownDays, KnownPublications, RuleContext } from '../../../subgraphs/national/intake/quality-rule.ts';

const days = (from: string | null, to: string | null, isCertain = true): KnownDays => ({ from, to, isCertain });

/** What a made-up network publishes. */
export const known: KnownPublications = {
  organizations: new Set(['kz:organization:nvs']),
  units: new Set(['kz:unit:almaty']),
  programs: new Set(['kz:program:zhenis']),
  sources: new Set(['kz:source:astana']),
  regions: new Map([
    ['kz:region:almaty-city', days(null, null)],
    ['kz:region:abai', days('2022-06-08', null)],
    ['kz:region:former', days(null, '2020-01-01')],
  ]),
  actions: new Map([
    ['kz:action:forum', days('2023-06-20', '2023-06-21')],
    ['kz:action:uncertain', days('2023-06-20', '2023-06-21', false)],
    ['kz:action:open', days('2019-06-01', null)],
  ]),
};

/** The same day and network for every rule. */
export const contextOf = (kind: string): RuleContext => ({ kind, country: 'KZ', today: '2026-03-01', foundedOn: '2015-01-01', known });
