import type { InputProblemCode } from '../../refusals/refusal.ts';
import type { AttachmentRequest } from './attachment.requests.ts';
import type { StoredFile } from './stored-file.ts';
import type { Upload } from './upload.ts';

/** The octets of an attachment: here, or in the storage. */
export interface AttachmentContent {
  content: Buffer | StoredFile;
  sizeBytes: number;
  firstBytes: Uint8Array;
}

export interface ContentFault {
  field: 'base64' | 'uploadId';
  code: InputProblemCode;
  message: string;
}

/** What a request gives as its content, or why that is none. `uploads` are those of the caller that still stand. */
export function contentOf(
  { base64 = null, uploadId = null }: AttachmentRequest,
  uploads: ReadonlyMap<string, Upload>,
): AttachmentContent | ContentFault {
  if (base64 !== null && uploadId !== null) {
    return { field: 'base64', code: 'BAD_FORMAT', message: 'Give base64 or uploadId, not both.' };
  }
  if (base64 !== null) return decoded(base64);
  if (uploadId !== null) return uploaded(uploads.get(uploadId.toLowerCase()));
  return {
    field: 'base64',
    code: 'REQUIRED',
    message: 'Give the content: base64 here, or the uploadId of a file put to /uploads.',
  };
}

function decoded(base64: string): AttachmentContent | ContentFault {
  const content = Buffer.from(base64, 'base64');
  // The decoder passes over what it does not know; only what it would write itself is what was meant.
  if (content.toString('base64') === base64) {
    return { content, sizeBytes: content.length, firstBytes: content };
  }
  return {
    field: 'base64',
    code: 'NOT_BASE64',
    message:
      'Encode the content as base64 of RFC 4648: letters, digits, + and /, padded with =, without line breaks.',
  };
}

function uploaded(upload: Upload | undefined): AttachmentContent | ContentFault {
  if (upload !== undefined) {
    return { content: upload.file, sizeBytes: upload.file.sizeBytes, firstBytes: upload.firstBytes };
  }
  return {
    field: 'uploadId',
    code: 'UPLOAD_NOT_FOUND',
    message: 'Upload the file again: there is no upload of yours with this id, or it has expired.',
  };
}
