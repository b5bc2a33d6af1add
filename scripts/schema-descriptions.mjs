// GraphiQL shows the descriptions of the schema: one without is a hole in the API's documentation.
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { isInputObjectType } from 'graphql';

const schema = buildSchema(
  readFileSync(new URL('../packages/schema/schema.graphql', import.meta.url), 'utf8'),
);

const missing = [];
const look = (name, element) => element.description?.trim() || missing.push(name);

for (const type of Object.values(schema.getTypeMap())) {
  if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
  look(type.name, type);
  if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
  for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
}

for (const name of missing) console.log(`${name} has no description`);
process.exitCode = missing.length === 0 ? 0 : 1;
