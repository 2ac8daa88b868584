import { ObjectType } from 'type-graphql';

/** A type that only the hub has, so it is not shareable. */
export function HubType(name: string, description: string, implemented: readonly Function[] = []): ClassDecorator {
  return (target) => ObjectType(name, { description, implements: [...implemented] })(target);
}
