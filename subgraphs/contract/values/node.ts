import { Field, ID } from 'type-graphql';
import { PublishedInterface } from './published-type.ts';

@PublishedInterface('Node', 'A row with an id that is never used again.')
export abstract class Node {
  @Field(() => ID, { description: 'owner:type:local, for example kz:action:arys-relief; opaque after the owner.' }) id!: string;
}
