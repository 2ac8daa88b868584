import { Field, Directive, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType('PageInfo', { description: 'Where a page stands in its list, as in the Relay specification.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether rows follow after endCursor.' }) hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether rows stand before startCursor.' }) hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: 'Cursor of the first row. Null: the page is empty.' }) startCursor?: string | null;
  @Field(() => String, { nullable: true, description: 'Cursor of the last row; pass it as `after`. Null: the page is empty.' }) endCursor?:
    | string
    | null;
}
