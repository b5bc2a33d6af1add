// Makes filenames.json anew: how each name is written, and what Python reads of it. Needs a python3, which no test does; run it by hand
// after a change of the encodings, and look at the difference.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FilenameEncoding } from '../../src/mail/filename-encoding.ts';
import { composeMessage } from '../../src/mail/mime-message.ts';
import { aMail, anAttachment } from '../a-mail.ts';
import { filenameLines, type FilenameVector, type ReadByPython } from '../filename-vectors.ts';

const names = [
  'plain.pdf',
  'two words.pdf',
  'Übersicht €.pdf',
  `${'日本語の長い名前'.repeat(25).slice(0, 196)}.pdf`,
  'a "quoted" name.pdf',
  'back\\slash.pdf',
  '😀 and 👩‍👩‍👧.pdf',
  "it's 100% (1) *.pdf",
  'ü; filename=b.exe; x="y.pdf',
  `${'long '.repeat(40)}.pdf`,
];

const inPython = (messages: readonly Buffer[]) =>
  JSON.parse(
    execFileSync('python3', [fileURLToPath(new URL('read-filenames.py', import.meta.url))], {
      input: JSON.stringify(messages.map((message) => message.toString('base64'))),
      encoding: 'utf8',
    }),
  ) as ReadByPython[];

const vectors: FilenameVector[] = [];
for (const filename of names) {
  const vector: FilenameVector = { filename, written: {}, python: {} };
  for (const encoding of Object.values(FilenameEncoding)) {
    const attachments = [anAttachment({ filename })];
    const message = await composeMessage(aMail({ attachments, attachmentFilenameEncoding: encoding }));
    vector.written[encoding] = filenameLines(message.toString());
    vector.python[encoding] = inPython([message])[0]!;
  }
  vectors.push(vector);
}
writeFileSync(new URL('filenames.json', import.meta.url), `${JSON.stringify(vectors, null, 2)}\n`);
