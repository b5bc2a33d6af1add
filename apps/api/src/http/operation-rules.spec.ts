import { FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, it } from 'vitest';
import { printGraphqlSchema } from './graphql-schema.ts';

it('no schema is built where an operation or a looked-up field does not say who may call it', () => {
  expect(() => printGraphqlSchema()).not.toThrow();

  @ObjectType()
  class Thing {}
  // As a resolver is that is added tomorrow: loading its file registers it.
  @Resolver(() => Thing)
  class ForgetfulResolver {
    @Query(() => Thing)
    forgotten(): Thing {
      return new Thing();
    }
    @FieldResolver(() => String)
    alsoForgotten(): string {
      return '';
    }
  }
  expect(ForgetfulResolver.name).not.toBe('');
  expect(() => printGraphqlSchema()).toThrow(
    'Say with @Authorized(Rule...) who may call these: forgotten, Thing.alsoForgotten.',
  );
});
