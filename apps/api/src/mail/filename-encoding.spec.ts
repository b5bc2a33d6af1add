import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anAttachment, composed } from '../../testing/a-mail.ts';
import { filenameLines, type FilenameVector } from '../../testing/filename-vectors.ts';
import { FilenameEncoding } from './filename-encoding.ts';

// What Python reads was recorded with these very octets: see testing/vectors/record-filenames.ts.
const vectors = JSON.parse(
  readFileSync(new URL('../../testing/vectors/filenames.json', import.meta.url), 'utf8'),
) as FilenameVector[];

describe.each(vectors)('the name $filename', ({ filename, written, python }) => {
  it.each(Object.values(FilenameEncoding))(
    'is written with %s in exactly these octets, and read back from them',
    async (encoding) => {
      const { raw, parsed } = await composed({
        attachments: [anAttachment({ filename })],
        attachmentFilenameEncoding: encoding,
      });
      expect(filenameLines(raw)).toEqual(written[encoding]);
      expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
      expect(parsed.attachments[0]?.filename).toBe(filename);
      expect(python[encoding]).toEqual({ default: filename, compat32: filename });
    },
  );
});

it('is tried with names of every kind', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(10);
});
