// The list of everything that has a table. Written out rather than found by a glob: a build, a test and a bundle see the same.
import type { MixedList } from 'typeorm';

export const entities: MixedList<Function> = [];
export const migrations: MixedList<Function> = [];
