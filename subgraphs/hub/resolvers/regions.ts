import type { GraphQLResolveInfo } from 'graphql';
import { type GraphQLObjectType, getNamedType } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { Region } from '../../contract/values/region.ts';
import { AnsweredRow } from '../ask/answered-row.ts';
import { askCountries } from '../ask/ask-countries.ts';
import { forwardedSelections, forwardedVariables } from '../ask/forwarded-selection.ts';
import { countryError } from '../errors.ts';
import { askedCountries } from '../lists/asked-countries.ts';
import type { HubContext } from '../request-context.ts';

/** What the hub reads of a region to find it by any of its codes. */
interface AnsweredRegion extends Readonly<Record<string, unknown>> {
  readonly birge_id: string;
  readonly birge_codes: readonly { readonly birge_value: string }[] | null;
}

@Resolver()
export class RegionsResolver {
  @Query(() => [Region], {
    nullable: 'itemsAndList',
    description:
      'Regions of all countries by id, or those that have or had one of the codes. A null row stands for a country that did not answer and is named in the errors. Null: the hub did not answer.',
  })
  async regions(
    @Arg('codes', () => [String], {
      nullable: true,
      description: 'Any codes a region has or had, such as KZ-39, or its id. Absent: all regions.',
    })
    codes: string[] | null | undefined,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: HubContext,
  ): Promise<(object | Error)[]> {
    const parts = forwardedSelections(info, getNamedType(info.returnType) as GraphQLObjectType, []);
    const { declarations, values } = forwardedVariables(info, parts);
    const selection = parts.map(({ fields }) => fields).join(' ');
    const fields = `birge_regions: regions { birge_id: id birge_codes: codes { birge_value: value } ${selection} }`;
    const asked = askedCountries({ regions: codes ?? null }, context.countries);
    const { client, requestId, countryTimeoutMs: timeoutMs, notice } = context;
    const question = { fields, variables: declarations, values };
    const outcomes = await askCountries(
      asked.map((country) => [country, question] as const),
      { client, requestId, timeoutMs, notice },
    );
    return asked.flatMap(({ country }): (object | Error)[] => {
      const outcome = outcomes.get(country) ?? { kind: 'unavailable' };
      if (outcome.kind !== 'answered') return [countryError(country, outcome)];
      const rows = (outcome.door['birge_regions'] ?? []) as readonly AnsweredRegion[];
      return rows.filter((row) => codes == null || isNamed(row, codes)).map((row) => new AnsweredRow(row));
    });
  }
}

function isNamed({ birge_id: id, birge_codes: known }: AnsweredRegion, codes: readonly string[]): boolean {
  return codes.includes(id) || (known ?? []).some(({ birge_value: value }) => codes.includes(value));
}
