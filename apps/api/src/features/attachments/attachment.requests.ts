import type { ServerKind } from '../smtp-servers/index.ts';

/** A file of an email as a sender gives it: its octets here, or an upload. */
export interface AttachmentRequest {
  filename: string;
  contentType?: string | null;
  base64?: string | null;
  uploadId?: string | null;
  contentId?: string | null;
}

/** What the settings of a server say about attachments. */
export interface AttachmentSettings {
  name: string;
  kind: ServerKind;
  attachmentAsUrlEnabled: boolean;
  maxAttachmentBytes: number | null;
}
