import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLSchema,
} from 'graphql';
import { expect, test } from 'vitest';

/** Every part of the schema that says nothing about itself. */
function undescribed(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => {
      const root = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(
        type as never,
      );
      const silent = type.description || root ? [] : [type.name];
      if (isEnumType(type))
        return [
          ...silent,
          ...type
            .getValues()
            .filter((v) => !v.description)
            .map((v) => `${type.name}.${v.name}`),
        ];
      if (!isObjectType(type) && !isInputObjectType(type)) return silent;
      const fields = Object.values(type.getFields());
      return [
        ...silent,
        ...fields.filter((field) => !field.description).map((field) => `${type.name}.${field.name}`),
        ...fields.flatMap((field) =>
          ('args' in field ? field.args : [])
            .filter((arg) => !arg.description)
            .map((arg) => `${type.name}.${field.name}(${arg.name})`),
        ),
      ];
    });
}

test('every type, field, argument and value of the contract says what it is', () => {
  expect(
    undescribed(buildSchema(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'))),
  ).toEqual([]);
});

test('a part without a description is noticed', () => {
  expect(
    undescribed(
      buildSchema(
        '"A thing." type Thing { "Its name." name(long: Boolean): String size: Int } type Query { "One." thing: Thing }',
      ),
    ),
  ).toEqual(['Thing.size', 'Thing.name(long)']);
});
