import { idAt, type Row, textAt, textsAt } from './row-values.ts';

/** What the contradiction rules need of an organization. */
export interface OrganizationFacts {
  readonly id: string;
  readonly country: string | null;
  /** Name in the original. */
  readonly name: string | null;
  /** Other names that sources use; assumed ones are not among them. */
  readonly aliases: readonly string[];
  readonly legalForm: string | null;
  readonly kind: string | null;
  /** Ids of rows that the owner confirms to be the same body. */
  readonly sameAs: readonly string[];
  /** Ids of rows that may be the same body; nobody confirmed it. */
  readonly possiblySameAs: readonly string[];
}

/** The selection on Organization that `readOrganizationFacts` reads. */
export const ORGANIZATION_FACTS_FIELDS = [
  'birge_id: id birge_country: country birge_name: name birge_aliases: aliases birge_legal_form: legalForm birge_kind: kind',
  'birge_same_as: sameAs birge_possibly_same_as: possiblySameAs',
].join(' ');

/** Errors  an Error when the row has no id: the query selected something else */
export function readOrganizationFacts(row: Row): OrganizationFacts {
  return {
    id: idAt(row, 'birge_id'),
    country: textAt(row, 'birge_country'),
    name: textAt(row, 'birge_name'),
    aliases: textsAt(row, 'birge_aliases'),
    legalForm: textAt(row, 'birge_legal_form'),
    kind: textAt(row, 'birge_kind'),
    sameAs: textsAt(row, 'birge_same_as'),
    possiblySameAs: textsAt(row, 'birge_possibly_same_as'),
  };
}
