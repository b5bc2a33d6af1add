import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { printGraphqlSchema } from '../http/graphql-schema.ts';

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('name the file to write');
writeFileSync(path, printGraphqlSchema());
