// What a browser loads, compressed once when it is built instead of at each visit. The HTTP server sends what stands beside a file.
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const isText = (name) => /\.(css|html|js|json|svg|ttf|wasm)$/.test(name);
/** Below, the headers are most of what is sent. */
const leastBytes = 1_000;

const brotli = promisify(brotliCompress);
const encodings = [
  // 11, the best, takes ten times as long for 7 % less.
  ['.br', (content) => brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })],
  ['.gz', promisify(gzip)],
];

/** Writes `name.br` and `name.gz` beside each file of text in a folder and below it. */
export async function compressFiles(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && isText(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(files.map(compress));
}

async function compress(file) {
  const content = await readFile(file);
  if (content.length < leastBytes) return;
  for (const [ending, encode] of encodings) {
    const encoded = await encode(content);
    if (encoded.length < content.length) await writeFile(file + ending, encoded);
  }
}
