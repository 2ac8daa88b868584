import type { FieldNode } from 'graphql';

/** The key under which a field is answered. Source: GraphQL specification, 2.7 "Field Alias" */
export function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}
