import { cleanFilename } from '../../mail/clean-filename.ts';
import { isContentId, isContentType, LONGEST_TOKEN } from '../../mail/mime-tokens.ts';
import { readableSize } from '../../mail/readable-size.ts';
import type { InputProblem, InputProblemCode } from '../../refusals/refusal.ts';
import { ServerKind } from '../smtp-servers/index.ts';
import { contentOf } from './attachment-content.ts';
import type { AttachmentRequest, AttachmentSettings } from './attachment.requests.ts';
import { faxContentType, faxTypeOf, typeOfName } from './file-type.ts';
import type { StoredFile } from './stored-file.ts';
import type { Upload } from './upload.ts';

/** A file that nothing is wrong with. */
export interface PreparedAttachment {
  filename: string;
  contentType: string;
  contentId: string | null;
  content: Buffer | StoredFile;
  sizeBytes: number;
  /** It becomes a link; parts that the html shows stay in the email. */
  isLink: boolean;
}

export interface AttachmentRules {
  server: AttachmentSettings;
  /** The uploads of this caller that still stand, by their id. */
  uploads: ReadonlyMap<string, Upload>;
  uploadMaxBytes: number;
}

const MOST = 100;
/** Bytes of the files in one message: in base64 (RFC 2045 section 6.8, lines of 76) they and a long text stay below 2 GiB, which a row counts up to. */
const MOST_IN_MESSAGE = 1_500_000_000;
/** UTF-16 units of a name as it is given; what is kept of it is shorter. */
const LONGEST_NAME = 1000;

/** The files of one email, ready to be accepted, or everything that is wrong with them. */
export function prepareAttachments(
  requests: readonly AttachmentRequest[],
  rules: AttachmentRules,
  path = 'attachments',
): { attachments: PreparedAttachment[] } | InputProblem[] {
  if (requests.length > MOST) {
    return [{ path, code: 'TOO_MANY', message: `Attach at most ${String(MOST)} files to one email.` }];
  }
  const problems: InputProblem[] = [];
  const attachments: PreparedAttachment[] = [];
  for (const [index, request] of requests.entries()) {
    const prepared = prepareAttachment(request, rules, `${path}[${String(index)}]`);
    if (Array.isArray(prepared)) problems.push(...prepared);
    else attachments.push(prepared);
  }
  problems.push(...repeatedIds(requests, path));
  if (problems.length > 0) return problems;
  const tooLarge = sizeProblem(attachments, rules, path);
  return tooLarge === null ? { attachments } : [tooLarge];
}

function prepareAttachment(
  request: AttachmentRequest,
  { server, uploads }: AttachmentRules,
  path: string,
): PreparedAttachment | InputProblem[] {
  const filename = request.filename.length > LONGEST_NAME ? null : cleanFilename(request.filename);
  const contentType = request.contentType ?? null;
  const contentId = request.contentId ?? null;
  const content = contentOf(request, uploads);
  const isFax = server.kind === ServerKind.FAX;
  const faxType = isFax && !('field' in content) ? faxTypeOf(content.firstBytes) : null;
  const type = faxType === null ? contentType : faxContentType(contentType, faxType);
  const problems: InputProblem[] = [];
  const refuse = (field: string, code: InputProblemCode, message: string) => {
    problems.push({ path: `${path}.${field}`, code, message });
  };

  if (filename === null) refuse('filename', 'TOO_LONG', 'Shorten the file name to at most 255 characters.');
  if (filename === '') refuse('filename', 'REQUIRED', 'Enter a file name such as invoice.pdf.');
  if (contentType !== null && !isContentType(contentType)) {
    refuse(
      'contentType',
      ...tokenFault(contentType, 'a type such as application/pdf, without name and quotes'),
    );
  }
  if (contentId !== null && !isContentId(contentId)) {
    refuse(
      'contentId',
      ...tokenFault(contentId, 'an id such as logo@example.org, without spaces and brackets'),
    );
  }
  if ('field' in content) {
    refuse(content.field, content.code, content.message);
    return problems;
  }
  if (isFax && faxType === null) {
    refuse('contentType', 'TYPE_NOT_ALLOWED', 'Attach a PDF or TIFF file: a fax carries nothing else.');
  } else if (faxType !== null && type === null) {
    const message = `Leave the type out, or write ${faxType}: that is what the file holds.`;
    refuse('contentType', 'TYPE_NOT_ALLOWED', message);
  }
  if (filename === null || problems.length > 0) return problems;
  return {
    filename,
    contentType: type ?? typeOfName(filename),
    contentId,
    content: content.content,
    sizeBytes: content.sizeBytes,
    isLink: server.attachmentAsUrlEnabled && !isFax && contentId === null,
  };
}

function tokenFault(text: string, form: string): [InputProblemCode, string] {
  return text.length > LONGEST_TOKEN
    ? ['TOO_LONG', `Shorten it to at most ${String(LONGEST_TOKEN)} characters.`]
    : ['BAD_FORMAT', `Write ${form}.`];
}

/** The html could mean either of two parts with one id. */
function repeatedIds(requests: readonly AttachmentRequest[], path: string): InputProblem[] {
  const ids = requests.map(({ contentId }) => contentId ?? null);
  return ids.flatMap((id, index): InputProblem[] => {
    if (id === null || ids.indexOf(id) === index) return [];
    const message = 'Give every file a contentId of its own.';
    return [{ path: `${path}[${String(index)}].contentId`, code: 'BAD_FORMAT', message }];
  });
}

function exact(bytes: number): string {
  const size = readableSize(bytes);
  return size.includes('byte') ? size : `${size} (${String(bytes)} bytes)`;
}

/** As files, before any encoding, because that is what senders see; the limit itself is allowed. */
function sizeProblem(
  attachments: readonly PreparedAttachment[],
  { server, uploadMaxBytes }: AttachmentRules,
  path: string,
): InputProblem | null {
  const code = 'ATTACHMENTS_TOO_LARGE';
  const isAllLinks = server.attachmentAsUrlEnabled;
  const total = totalOf(attachments);
  const limit = server.maxAttachmentBytes;
  if (!isAllLinks && limit !== null && total > limit) {
    const message =
      `Attach less: the files have ${exact(total)} together, and the server ${server.name} takes ` +
      `${exact(limit)} in one email.`;
    return { path, code, message };
  }
  const inMessage = totalOf(attachments.filter(({ isLink }) => !isLink));
  if (inMessage > MOST_IN_MESSAGE) {
    const message =
      `Attach less: the files have ${exact(inMessage)} together, and one email takes ` +
      `${exact(MOST_IN_MESSAGE)}. Send them in several, or as links.`;
    return { path, code, message };
  }
  const index = attachments.findIndex(({ sizeBytes }) => sizeBytes > uploadMaxBytes);
  const large = attachments[index];
  if (large === undefined) return null;
  const message = `Attach a smaller file: it has ${exact(large.sizeBytes)}, and at most ${exact(uploadMaxBytes)} are taken.`;
  return { path: `${path}[${String(index)}]`, code, message };
}

function totalOf(attachments: readonly PreparedAttachment[]): number {
  return attachments.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
