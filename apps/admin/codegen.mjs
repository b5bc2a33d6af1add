// Writes src/generated/graphql.ts: types and documents of the .graphql files beside the components.
// Drives the generator directly, because @graphql-codegen/cli does not run on the oldest Node we support.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildASTSchema, parse } from 'graphql';

const source = join(import.meta.dirname, 'src');
const target = join(source, 'generated/');

const schema = parse(
  await readFile(new URL(import.meta.resolve('@postroom/schema/schema.graphql')), { encoding: 'utf8' }),
);

const files = (await readdir(source, { recursive: true })).filter((file) => file.endsWith('.graphql')).sort();
const documents = await Promise.all(
  files.map(async (file) => {
    const rawSDL = await readFile(join(source, file), { encoding: 'utf8' });
    return { location: file, rawSDL, document: parse(rawSDL) };
  }),
);

const outputs = await preset.buildGeneratesSection({
  baseOutputDir: target,
  schema,
  schemaAst: buildASTSchema(schema),
  documents,
  presetConfig: { fragmentMasking: false },
  config: {
    scalars: { DateTime: 'string', ID: 'string' },
    strictScalars: true,
    useTypeImports: true,
  },
  plugins: [],
  pluginMap: {},
});

// The preset also makes a `graphql()` tag for documents inside components; ours stand in files of their own.
const output = outputs.find(({ filename }) => filename.endsWith('graphql.ts'));
await mkdir(target, { recursive: true });
await writeFile(output.filename, await codegen(output));
