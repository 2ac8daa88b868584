import type { GraphQLResolveInfo } from 'graphql';
import { Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { PageInfo } from '../../contract/connections/page-info.ts';
import { Answer } from '../../contract/values/published-type.ts';
import { pathBelowRoot } from '../ask/forwarded-selection.ts';
import { Coverage } from '../values/coverage.ts';

/** A row of a merged page, which knows what the client asked of it under each path. */
export interface MergedEdge {
  readonly cursor: string;
  /** The row as its owner answered it for the selection at a path such as `nodes` or `edges.node`. */
  nodeAt(path: string): object | null;
}

/** One page of a list over all countries, and what it rests on. */
export interface MergedConnection {
  readonly edges: readonly MergedEdge[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number | null;
  readonly coverage: Coverage;
}

export interface MergedConnectionClasses {
  readonly type: new () => MergedConnection;
  readonly resolvers: readonly Function[];
}

/**
 * Makes the types of a list over all countries, `Merged<name>Edge` and `Merged<name>Connection`, with their resolvers.
 * Shape   name of the row type, its class -> class of the connection and the resolvers to register
 */
export function mergedConnectionOf(name: string, rowType: new () => object): MergedConnectionClasses {
  @ObjectType(`Merged${name}Edge`, { description: `One row of a page of ${name} over all countries.` })
  class Edge {
    @Field(() => String, { description: 'Its cursor: it stays valid when a country goes away and returns. Pass it as `after`.' })
    cursor!: string;
  }

  @ObjectType(`Merged${name}Connection`, { description: `A page of ${name} over all countries, in one order, and what it rests on.` })
  class Connection {
    @Field(() => [Edge], { description: 'Rows with their cursors.' }) edges!: MergedEdge[];
    @Field(() => PageInfo, {
      description:
        'Where the page stands. hasNextPage speaks of the countries that answered; endCursor is also given on an empty page, to go on from when another returns.',
    })
    pageInfo!: PageInfo;
    @Answer(() => Int, 'Number of rows of all countries under this filter. Null: not every asked country answered.')
    totalCount!: number | null;
    @Field(() => Coverage, { description: 'Which countries this page rests on.' }) coverage!: Coverage;
  }

  @Resolver(() => Edge)
  class EdgeResolver {
    @FieldResolver(() => rowType, { nullable: true, description: 'The row. Null: its country answered no such row.' })
    node(@Root() edge: MergedEdge, @Info() info: GraphQLResolveInfo): object | null {
      return edge.nodeAt(pathBelowRoot(info));
    }
  }

  @Resolver(() => Connection)
  class ConnectionResolver {
    @FieldResolver(() => [rowType], { nullable: true, description: 'Rows without their cursors.' })
    nodes(@Root() { edges }: MergedConnection, @Info() info: GraphQLResolveInfo): object[] {
      const path = pathBelowRoot(info);
      return edges.flatMap((edge) => edge.nodeAt(path) ?? []);
    }
  }
  return { type: Connection, resolvers: [EdgeResolver, ConnectionResolver] };
}
