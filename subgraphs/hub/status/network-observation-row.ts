import { defineEntity, p } from '@mikro-orm/core';

/** What a network said of itself when the hub last heard it: known while it is away, and after the hub itself was. */
export const NetworkObservationRow = defineEntity({
  name: 'NetworkObservation',
  tableName: 'network_observation',
  properties: {
    country: p.text().primary(),
    observedAt: p.text(),
    lastPublishedAt: p.text().nullable(),
    expectedEvery: p.text().nullable(),
    contractVersion: p.text().nullable(),
    lastKnownFor: p.text().nullable(),
  },
});
