import type { FilenameEncoding } from '../src/mail/filename-encoding.ts';

/** One name of vectors/filenames.json. */
export interface FilenameVector {
  filename: string;
  /** The fields that carry the name, exactly as they stand in the message. */
  written: Partial<Record<FilenameEncoding, string[]>>;
  python: Partial<Record<FilenameEncoding, ReadByPython>>;
}

/** The name that Python's email package finds, by its new interface and by its old one. */
export interface ReadByPython {
  default: string | null;
  compat32: string | null;
}

/** Content-Type and Content-Disposition of a message's last part, line by line. */
export function filenameLines(raw: string): string[] {
  const part = raw.slice(raw.lastIndexOf('\r\nContent-Type: ') + 2);
  const lines = part.slice(0, part.indexOf('\r\n\r\n')).split('\r\n');
  return lines.filter((line) => !/^Content-(Transfer-Encoding|ID):/.test(line));
}
