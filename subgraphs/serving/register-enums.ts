import { registerEnumType } from 'type-graphql';
import { definedEnums } from '../contract/enums/define-enum.ts';

let registered = 0;

/** Makes every enum that was defined since the last call known to the builder of schemas, whose registry is global. */
export function registerEnums(): void {
  for (const { object, name, description, values } of definedEnums.slice(registered)) {
    const valuesConfig = Object.fromEntries(Object.entries(values).map(([value, text]) => [value, { description: text }]));
    registerEnumType(object, { name, description, valuesConfig });
  }
  registered = definedEnums.length;
}
