/** A file as it is kept: its id is the key of its octets in the storage. Names and owners stand where it is used. */
export interface StoredFile {
  id: string;
  sizeBytes: number;
  sha256: Buffer;
}
