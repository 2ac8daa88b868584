import { definitionCodes } from '../../contract/code-lists/definitions.ts';
import { askAllRows } from '../lists/ask-all-rows.ts';
import type { HubContext } from '../request-context.ts';
import { Availability } from '../values/availability.ts';

/** What the hub needs of a statement to tell where there is one. */
export const AVAILABILITY_FIELDS =
  'birge_indicator: indicator birge_definition: definition birge_region: region { iso national } birge_subject: subject { kind id }';

/** What is read of one statement. */
interface SeenStatement {
  readonly birge_indicator?: string | null;
  readonly birge_definition?: string | null;
  readonly birge_region?: { readonly iso?: string | null; readonly national?: string | null } | null;
  readonly birge_subject?: { readonly kind?: string | null; readonly id?: string | null } | null;
}

/**
 * What each country has current statements of. Every country is asked, page after page; one that does not answer is absent.
 * Shape   indicator -> countries that have statements of it, by code
 */
export async function readAvailability(context: HubContext): Promise<ReadonlyMap<string, Availability[]>> {
  const { rows } = await askAllRows(
    { field: 'statements', asked: context.countries, variables: [], ownFields: AVAILABILITY_FIELDS },
    context,
  );
  const seen = rows.map(({ country, own }) => ({ country, statement: own as SeenStatement }));
  const byIndicator = Map.groupBy(seen, ({ statement }) => statement.birge_indicator ?? '');
  return new Map(
    [...byIndicator].map(([indicator, statements]) => {
      const byCountry = Map.groupBy(statements, ({ country }) => country);
      return [
        indicator,
        [...byCountry]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([country, own]) =>
            toAvailability(
              country,
              own.map(({ statement }) => statement),
            ),
          ),
      ];
    }),
  );
}

function toAvailability(country: string, statements: readonly SeenStatement[]): Availability {
  return Object.assign(new Availability(), {
    country,
    definitions: distinct(statements.map(({ birge_definition: definition }) => definition)).toSorted(inOrderOfTheList),
    regions: distinct(statements.map(regionOf)).toSorted(),
    statements: statements.length,
  });
}

/** The region that a statement names, or that it is about; nothing for one on the whole country. */
function regionOf({ birge_region: region, birge_subject: subject }: SeenStatement): string | null | undefined {
  return region?.iso ?? region?.national ?? (subject?.kind === 'REGION' ? subject.id : null);
}

function distinct(codes: readonly (string | null | undefined)[]): string[] {
  return [...new Set(codes.filter((code) => code != null))];
}

/** A definition that only a newer network knows comes last. */
function inOrderOfTheList(a: string, b: string): number {
  const [first, second] = [definitionCodes.indexOf(a), definitionCodes.indexOf(b)];
  if (first === second) return a < b ? -1 : 1;
  return first === -1 || second === -1 ? second - first : first - second;
}
