import { Direction } from '../../../contract/enums/direction.ts';
import { OrganizationKind } from '../../../contract/enums/organization-kind.ts';
import { Organization } from '../../../contract/values/organization.ts';
import type { Publication } from '../publication.ts';
import { known, list, localizedText, unknownWord } from '../stored-values.ts';

/** Organizations, as published. */
export const organizationPublication: Publication<Organization> = {
  table: 'organization',
  columns: {
    name: ['names'],
    names: ['names'],
    aliases: ['aliases'],
    legalForm: ['legal_form'],
    kind: ['kind'],
    rawKind: ['kind'],
    directions: ['directions'],
    region: ['region_id'],
    publicRoles: ['public_roles'],
    url: ['url'],
    sameAs: ['same_as'],
    possiblySameAs: ['possibly_same_as'],
  },
  publish: (row, _, { network, load }) =>
    Object.assign(new Organization(), {
      id: row.id,
      country: network.country,
      names: localizedText(row['names']),
      aliases: list(row['aliases']),
      legalForm: row['legal_form'],
      kind: known(OrganizationKind, row['kind']),
      rawKind: unknownWord(OrganizationKind, row['kind']),
      directions: list(row['directions']).map((code) => known(Direction, code)),
      region: load.region(row['region_id']),
      publicRoles: list(row['public_roles']),
      url: row['url'],
      sameAs: list(row['same_as']),
      possiblySameAs: list(row['possibly_same_as']),
    }),
};
