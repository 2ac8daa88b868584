import { OrganizationRow } from '../../publications/organization/row.ts';
import { foldedNames } from '../folded-names.ts';
import { readName } from '../read-names.ts';
import { type PublicationFile, stored } from './publication-file.ts';

/** Bodies that organize or support volunteering. */
export const organizationsFile: PublicationFile = {
  name: 'organizations.csv',
  columns: ['id', 'name', 'name_language', 'legal_form', 'kind', 'directions', 'region', 'public_roles', 'possibly_same_as'],
  read: (row, { owner, aliasesOf, regionId }) => {
    const id = row.ownId('id', owner, 'organization');
    const names = readName(row, 'name', 'name_language');
    const aliases = aliasesOf(id);
    const directions = row.list('directions');
    return [
      {
        entity: OrganizationRow,
        values: {
          id,
          names: JSON.stringify(names),
          aliases: stored(aliases),
          foldedNames: foldedNames(names.original, aliases),
          legalForm: row.text('legal_form'),
          kind: row.required('kind'),
          directions: stored(directions),
          regionId: regionId(row, 'region'),
          publicRoles: stored(row.list('public_roles')),
          url: null,
          sameAs: stored([]),
          possiblySameAs: stored(row.idList('possibly_same_as')),
        },
        classified: { DIRECTION: directions },
      },
    ];
  },
};
