import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AccountTask, type FirstTask } from './account-task.ts';
import { callerOf, type RequestContext } from './request-context.ts';
import { Rule } from './rule.ts';
import { AddUserInput, UpdateUserInput } from './user.input.ts';
import { AddUserResult, UpdateUserResult } from './user.result.ts';
import type { User } from './user.ts';
import { UserType } from './user.type.ts';
import type { UsersService } from './users.service.ts';

@Resolver(() => UserType)
export class UserResolver {
  private readonly service: UsersService;

  private readonly firstTask: FirstTask;

  constructor(users: UsersService, firstTask: FirstTask) {
    this.service = users;
    this.firstTask = firstTask;
  }

  @Authorized(Rule.ANYBODY)
  @FieldResolver(() => AccountTask, {
    nullable: true,
    description: 'What the person has to do before a session of theirs may do anything else; null = nothing.',
  })
  mustFirst(@Root() user: User) {
    return this.firstTask(user);
  }

  @Authorized(Rule.ADMINISTRATOR)
  @Query(() => [UserType], { description: 'Everybody who can sign in, the disabled ones too, by address.' })
  users() {
    return this.service.all();
  }

  @Authorized(Rule.ADMINISTRATOR)
  @Mutation(() => AddUserResult, { description: 'Lets another person sign in.' })
  addUser(
    @Arg('input', () => AddUserInput, { description: 'Who it is.' }) input: AddUserInput,
    @Ctx() context: RequestContext,
  ) {
    return this.service.add(input, callerOf(context));
  }

  @Authorized(Rule.ADMINISTRATOR)
  @Mutation(() => UpdateUserResult, { description: 'Changes a user. Nobody is deleted: disable them.' })
  updateUser(
    @Arg('input', () => UpdateUserInput, { description: 'What is to change.' }) input: UpdateUserInput,
    @Ctx() context: RequestContext,
  ) {
    return this.service.update(input, callerOf(context));
  }
}
