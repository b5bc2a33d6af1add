export { ServerKind, type SmtpServer } from './smtp-server.ts';
export { SmtpServerEntity } from './smtp-server.entity.ts';
export { SmtpServerList } from './smtp-server-list.service.ts';
export { SmtpServerResolver } from './smtp-server.resolver.ts';
export { SmtpServerSecrets, UnreadableSecretError } from './smtp-server-secrets.service.ts';
export { SmtpServerType } from './smtp-server.type.ts';
export { SmtpServersService } from './smtp-servers.service.ts';
export { draftSubject, savedSubject, type TestSubject } from './smtp-server-draft.ts';
export type { SmtpServerDraft } from './smtp-server.requests.ts';
