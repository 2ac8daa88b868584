import { Directive, Field, InterfaceType, ObjectType } from 'type-graphql';

type ReturnType = Parameters<typeof Field>[0];
type TypeFunction = Extract<ReturnType, (...parameters: never[]) => unknown>;

/** A value type of the contract: the same in every subgraph, never an entity, so any subgraph may resolve it. */
export function PublishedType(name: string, description: string, implemented: readonly Function[] = []): ClassDecorator {
  return (target) => {
    Directive('@shareable')(target);
    ObjectType(name, { description, implements: [...implemented] })(target);
  };
}

/** A field that may be missing: null means "not answered". Its description says the unit and when it is null. */
export function Answer(type: TypeFunction, description: string): PropertyDecorator & MethodDecorator {
  return Field(type, { nullable: true, description });
}

/** An interface whose rows carry their type in `__typename` or are instances of a published class. */
export function PublishedInterface(name: string, description: string): ClassDecorator {
  return InterfaceType(name, {
    description,
    // The registry of types is global: without this, every subgraph of one process would show the types of all others.
    autoRegisterImplementations: false,
    resolveType: (value: { __typename?: string; constructor: { name: string } }) => value.__typename ?? value.constructor.name,
  });
}
