import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Answer } from '../values/published-type.ts';
import { PageInfo } from './page-info.ts';

export interface Edge<Row> {
  cursor: string;
  node: Row | null;
}

/** One page of a list. `totalCount` is counted only when a query selects it. */
export interface Connection<Row> {
  edges: Edge<Row>[];
  nodes: Row[];
  pageInfo: PageInfo;
  totalCount?: number | null;
}

/**
 * Makes the two types of a list, `<name>Edge` and `<name>Connection`, as in the Relay specification: every list of the contract comes from here.
 * Shape   name of the row type, its class -> class of the connection
 */
export function connectionOf<Row extends object>(name: string, rowType: new () => Row): new () => Connection<Row> {
  @Directive('@shareable')
  @ObjectType(`${name}Edge`, { description: `One row of a page of ${name}.` })
  class RowEdge implements Edge<Row> {
    @Field(() => String, { description: 'Its cursor; pass it as `after` to go on behind this row.' }) cursor!: string;
    @Answer(() => rowType, 'The row.') node!: Row | null;
  }

  @Directive('@shareable')
  @ObjectType(`${name}Connection`, { description: `A page of ${name}.` })
  class RowConnection implements Connection<Row> {
    @Answer(() => [RowEdge], 'Rows with their cursors.') edges!: RowEdge[];
    @Answer(() => [rowType], 'Rows without their cursors.') nodes!: Row[];
    @Answer(() => PageInfo, 'Where the page stands.') pageInfo!: PageInfo;
    @Answer(() => Int, 'Number of rows of the whole list under this filter. Null: not counted.') totalCount?: number | null;
  }
  return RowConnection;
}
