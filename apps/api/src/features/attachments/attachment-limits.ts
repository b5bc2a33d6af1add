/** What this deployment allows of attachments, whatever the server; each server has its own limit beside it. */
export interface AttachmentLimits {
  uploadMaxBytes: number;
  linkDays: number;
}
