import { NotFoundType } from '../../refusals/refusal.type.ts';
import { resultUnion } from '../../refusals/result-union.type.ts';
import { SmtpServerType } from '../smtp-servers/index.ts';

export const ResumeSmtpServerResult = resultUnion({
  name: 'ResumeSmtpServerResult',
  noun: 'SmtpServer',
  description: 'The server whose emails are tried again, or why there is none.',
  types: () => [SmtpServerType, NotFoundType],
});
