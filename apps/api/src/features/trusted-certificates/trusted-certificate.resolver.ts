import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { callerOf, Permission, type RequestContext } from '../access/index.ts';
import { SmtpServerType } from '../smtp-servers/index.ts';
import { AddTrustedCertificatesInput } from './trusted-certificate.input.ts';
import {
  AddTrustedCertificatesResult,
  DeleteTrustedCertificateResult,
} from './trusted-certificate.result.ts';
import { TrustedCertificateType } from './trusted-certificate.type.ts';
import type { TrustedCertificates } from './trusted-certificates.service.ts';

@Resolver(() => TrustedCertificateType)
export class TrustedCertificateResolver {
  private readonly service: TrustedCertificates;

  constructor(service: TrustedCertificates) {
    this.service = service;
  }

  @Authorized(Permission.SERVERS_READ)
  @Query(() => [TrustedCertificateType], {
    description: 'What is trusted beside the roots of the system, newest first.',
  })
  trustedCertificates(@Ctx() context: RequestContext) {
    return this.service.all(callerOf(context));
  }

  @Authorized(Permission.SERVERS_WRITE)
  @Mutation(() => AddTrustedCertificatesResult, {
    description:
      'Trusts an authority, or the own certificate of chosen servers. The next connection uses it.',
  })
  addTrustedCertificates(
    @Arg('input', () => AddTrustedCertificatesInput, { description: 'The certificates.' })
    input: AddTrustedCertificatesInput,
    @Ctx() context: RequestContext,
  ) {
    return this.service.add(input, callerOf(context));
  }

  @Authorized(Permission.SERVERS_WRITE)
  @Mutation(() => DeleteTrustedCertificateResult, {
    description: 'Trusts it no more, from the next connection on.',
  })
  deleteTrustedCertificate(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Ctx() context: RequestContext,
  ) {
    return this.service.delete(id, callerOf(context));
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => [SmtpServerType], {
    nullable: true,
    description: 'The servers that it is trusted for; null = every server, empty = none is left.',
  })
  servers(@Root() certificate: TrustedCertificateType, @Ctx() context: RequestContext) {
    return this.service.serversOf(certificate, callerOf(context));
  }
}

@Resolver(() => SmtpServerType)
export class SmtpServerTrustResolver {
  private readonly service: TrustedCertificates;

  constructor(service: TrustedCertificates) {
    this.service = service;
  }

  @Authorized(Permission.SERVERS_READ)
  @FieldResolver(() => [TrustedCertificateType], {
    description: 'The certificates that count for this server: its own, and those for every server.',
  })
  trustedCertificates(@Root() server: SmtpServerType) {
    return this.service.countingFor(server.id);
  }
}
