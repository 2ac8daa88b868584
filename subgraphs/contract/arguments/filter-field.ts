import { Field } from 'type-graphql';

type TypeFunction = Extract<Parameters<typeof Field>[0], (...parameters: never[]) => unknown>;

/** A field of a filter: absent means that it does not narrow the list; several fields narrow it together; values of one field are alternatives. */
export function Narrows(type: TypeFunction, description: string): PropertyDecorator & MethodDecorator {
  return Field(type, { nullable: true, description });
}
