import { Field, ObjectType } from 'type-graphql';
import type { PageInfo } from './page.ts';

@ObjectType('PageInfo', { description: 'Where this page lies in the whole list.', simpleResolvers: true })
export class PageInfoType implements PageInfo {
  @Field(() => Boolean, { description: 'Does more follow? Ask with after: endCursor.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Does something stand before this page?' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
  endCursor: string | null;
}
