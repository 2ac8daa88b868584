import type { SharingPolicy } from '../../../../subgraphs/national/sharing-policy.ts';

/** What the made-up network shares. */
export const policy: SharingPolicy = {
  thresholds: { PERSONS: 10 },
  dimensions: ['REGION'],
  purposes: ['PUBLIC_INFORMATION'],
  refreshRhythm: 'P1W',
  lastKnownFor: null,
};
