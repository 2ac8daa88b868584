import { sql, type SqlBool } from 'kysely';
import type { OrganizationsArguments } from '../../../contract/arguments/organizations-arguments.ts';
import type { Connection } from '../../../contract/connections/connection-of.ts';
import { foldText } from '../../../contract/text/fold-text.ts';
import type { Organization } from '../../../contract/values/organization.ts';
import type { Selection } from '../../../serving/selection.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { type Condition, isClassified, isOfCountry, isOneOf } from '../conditions.ts';
import { BY_ID, listPublications } from '../list-publications.ts';
import { organizationPublication } from './publication.ts';

/** The network's organizations, by id. */
export function listOrganizations(
  query: OrganizationsArguments,
  selection: Selection,
  context: RequestContext,
): Promise<Connection<Organization>> {
  const filter = query.filter ?? {};
  const conditions = [
    ...isOfCountry(context.network.country, filter.countries),
    ...isOneOf('kind', filter.kinds),
    ...isClassified('DIRECTION', 'id', filter.directions),
    ...isNamed(filter.name),
  ];
  return listPublications(organizationPublication, { page: query, conditions, order: BY_ID, filter }, selection, context);
}

function isNamed(text: string | null | undefined): Condition[] {
  if (text == null) return [];
  const pattern = `%${foldText(text).replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return [sql<SqlBool>`folded_names like ${pattern} escape '\\'`];
}
