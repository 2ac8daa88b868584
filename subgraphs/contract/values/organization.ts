import { ID } from 'type-graphql';
import { Direction } from '../enums/direction.ts';
import type { Language } from '../enums/language.ts';
import { OrganizationKind } from '../enums/organization-kind.ts';
import { CountryCode } from '../scalars/country-code.ts';
import { LanguageArgument } from './language-argument.ts';
import { localized, LocalizedText } from './localized-text.ts';
import { Node } from './node.ts';
import { Answer, PublishedType } from './published-type.ts';
import { RegionRef } from './region-ref.ts';

@PublishedType('Organization', 'A body that organizes or supports volunteering.', [Node])
export class Organization extends Node {
  @Answer(() => CountryCode, 'Country whose network publishes it.') country?: string | null;

  @Answer(() => String, 'Name.')
  name(@LanguageArgument() language?: Language): string | null {
    return localized(this.names, language);
  }

  @Answer(() => LocalizedText, 'Name in all languages the owner has.') names?: LocalizedText | null;
  @Answer(() => [String], 'Other names and spellings that sources use; assumed ones are left out.') aliases?: string[] | null;
  @Answer(() => String, 'Legal form in the words of the source. Null: not said.') legalForm?: string | null;
  @Answer(() => OrganizationKind, 'Kind of body.') kind?: OrganizationKind | null;
  @Answer(() => String, "The owner's own word for the kind. Null: kind is not OTHER, or no word was given.") rawKind?: string | null;
  @Answer(() => [Direction], 'Lines of work. Empty: not said.') directions?: Direction[] | null;
  @Answer(() => RegionRef, 'Region of its seat. Null: national, or not said.') region?: RegionRef | null;
  @Answer(() => [String], 'Offices in which people act for it in public, never their names.') publicRoles?: string[] | null;
  @Answer(() => String, 'Address of its public site. Null: not known.') url?: string | null;
  @Answer(() => [ID], 'Ids of rows that the owner confirms to be the same body.') sameAs?: string[] | null;
  @Answer(() => [ID], 'Ids of rows that may be the same body; nobody confirmed it.') possiblySameAs?: string[] | null;
}
