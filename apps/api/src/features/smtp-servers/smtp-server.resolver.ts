import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { callerOf, Permission, type RequestContext } from '../access/index.ts';
import { ServerKind } from './smtp-server.ts';
import {
  AddSmtpServerInput,
  ChangePasswordInput,
  SmtpServerRefInput,
  UpdateSmtpServerInput,
} from './smtp-server.input.ts';
import {
  AddSmtpServerResult,
  ChangePasswordResult,
  DeleteSmtpServerResult,
  SetDefaultSmtpServerResult,
  UpdateSmtpServerResult,
} from './smtp-server.result.ts';
import { SmtpServerConnectionType, SmtpServerType } from './smtp-server.type.ts';
import type { SmtpServerList } from './smtp-server-list.service.ts';
import type { SmtpServerPages } from './smtp-server-pages.service.ts';
import type { SmtpServersService } from './smtp-servers.service.ts';

export interface SmtpServerResolverPorts {
  pages: SmtpServerPages;
  list: SmtpServerList;
  service: SmtpServersService;
}

@Resolver(() => SmtpServerType)
export class SmtpServerResolver {
  private readonly pages: SmtpServerPages;
  private readonly list: SmtpServerList;
  private readonly service: SmtpServersService;

  constructor({ pages, list, service }: SmtpServerResolverPorts) {
    this.pages = pages;
    this.list = list;
    this.service = service;
  }

  @Authorized(Permission.SERVERS_READ)
  @Query(() => SmtpServerConnectionType, { description: 'The servers, by name.' })
  smtpServers(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'endCursor of the page before.' })
    after?: string | null,
    @Arg('search', () => String, { nullable: true, description: 'A part of the name or the host name.' })
    search?: string | null,
    @Arg('kind', () => ServerKind, { nullable: true, description: 'Only servers of this kind.' })
    kind?: ServerKind | null,
    @Arg('isEnabled', () => Boolean, {
      nullable: true,
      description: 'Only servers that are enabled, or only those that are not.',
    })
    isEnabled?: boolean | null,
  ) {
    const request = {
      first,
      after: after ?? null,
      search: search ?? null,
      kind: kind ?? null,
      isEnabled: isEnabled ?? null,
    };
    return this.pages.page(request, callerOf(context));
  }

  @Authorized(Permission.SERVERS_READ)
  @Query(() => SmtpServerType, {
    nullable: true,
    description: 'One server, by id or by name; null = there is none.',
  })
  smtpServer(
    @Arg('ref', () => SmtpServerRefInput, { description: 'Which one.' }) ref: SmtpServerRefInput,
    @Ctx() context: RequestContext,
  ) {
    return this.list.find(ref, callerOf(context));
  }

  @Authorized(Permission.SERVERS_WRITE)
  @Mutation(() => AddSmtpServerResult, {
    description:
      'Adds a server, with its password where one is given. The first SMTP server becomes the default.',
  })
  addSmtpServer(
    @Arg('input', () => AddSmtpServerInput, { description: 'Its settings.' }) input: AddSmtpServerInput,
    @Ctx() context: RequestContext,
  ) {
    return this.service.add(input, callerOf(context));
  }

  @Authorized(Permission.SERVERS_WRITE)
  @Mutation(() => UpdateSmtpServerResult, { description: 'Changes settings; the next connection uses them.' })
  updateSmtpServer(
    @Arg('input', () => UpdateSmtpServerInput, { description: 'What is to change.' })
    input: UpdateSmtpServerInput,
    @Ctx() context: RequestContext,
  ) {
    return this.service.update(input, callerOf(context));
  }

  @Authorized(Permission.SERVERS_WRITE)
  @Mutation(() => ChangePasswordResult, {
    description: 'Stores a new password for the server, or removes the stored one.',
  })
  changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'The password, twice.' })
    input: ChangePasswordInput,
    @Ctx() context: RequestContext,
  ) {
    return this.service.changePassword(input, callerOf(context));
  }

  @Authorized(Permission.SERVERS_WRITE)
  @Mutation(() => SetDefaultSmtpServerResult, {
    description: 'Makes a server the one for senders that name none.',
  })
  setDefaultSmtpServer(
    @Arg('id', () => ID, { description: 'An enabled SMTP server.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    return this.service.setDefault(id, callerOf(context));
  }

  @Authorized(Permission.SERVERS_WRITE)
  @Mutation(() => DeleteSmtpServerResult, { description: 'Deletes a server and its password.' })
  deleteSmtpServer(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    return this.service.delete(id, callerOf(context));
  }
}

/** Counting reads the whole list, so it is done only where it is asked for. */
@Resolver(() => SmtpServerConnectionType)
export class SmtpServerConnectionResolver {
  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => Int, { description: 'How many servers the whole list has.' })
  totalCount(@Root() page: { countAll: () => Promise<number> }) {
    return page.countAll();
  }
}
