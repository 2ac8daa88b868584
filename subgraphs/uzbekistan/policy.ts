import type { SharingPolicy } from '../national/sharing-policy.ts';

/** What this network lets others see. No counts from private records are released yet, so no dimension is open. */
export const policy: SharingPolicy = {
  thresholds: {},
  dimensions: [],
  purposes: ['PUBLIC_INFORMATION'],
  refreshRhythm: 'P1M',
  lastKnownFor: 'P1D',
};
