import { createHash } from 'node:crypto';
import type { SendEmail } from './email.requests.ts';

/**
 * What an idempotency key stands for: SHA-256 of everything that was asked for. A field that was left out and one that is null are the
 * same; the order of recipients counts.
 */
export function contentHash(input: SendEmail): Buffer {
  const { server, attachments, headers, sendAt } = input;
  const content = [
    server?.id ?? null,
    server?.name ?? null,
    input.from ?? null,
    input.to,
    input.cc ?? [],
    input.bcc ?? [],
    input.replyTo ?? [],
    input.subject,
    input.text ?? null,
    input.html ?? null,
    (headers ?? []).map(({ name, value }) => [name, value]),
    (attachments ?? []).map((each) => [
      each.filename,
      each.contentType ?? null,
      each.base64 ?? null,
      each.uploadId ?? null,
      each.contentId ?? null,
    ]),
    sendAt?.toISOString() ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}
