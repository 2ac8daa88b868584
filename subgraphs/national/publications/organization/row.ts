import { defineEntity, p } from '@mikro-orm/core';

/** An organization, as stored. */
export const OrganizationRow = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  properties: {
    id: p.text().primary(),
    names: p.text(),
    aliases: p.text(),
    foldedNames: p.text(),
    legalForm: p.text().nullable(),
    kind: p.text(),
    directions: p.text(),
    regionId: p.text().nullable(),
    publicRoles: p.text(),
    url: p.text().nullable(),
    sameAs: p.text(),
    possiblySameAs: p.text(),
  },
});
