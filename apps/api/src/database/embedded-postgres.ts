// A real PostgreSQL that nobody has to install: docs/decisions/0003-real-embedded-postgresql.md
import { EventEmitter } from 'node:events';
import type { DatabaseLog, SocketConnection } from './database-connection.ts';
import type { DatabaseProblem } from './database-problem.ts';
import { attachPostmaster, type AttachedPostmaster } from './attached-postmaster.ts';
import { prepareDataDirectory, usingDirectory, type PreparedDirectory } from './data-directory.ts';
import { socketPort, stopPostmaster } from './postmaster.ts';
import { ensureServiceDatabase, serviceDatabase, serviceRole } from './service-database.ts';
import { removeSocketDirectory } from './socket-directory.ts';

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly log: DatabaseLog;
  /** How a second start that is refused names this one, beside its process id. */
  readonly url?: string;
}

interface Events {
  /** PostgreSQL had died under the running service, and is back with everything that was committed. */
  restored: [];
  /** It died and cannot be brought back, or another Postroom has it now: this process must end. */
  failed: [DatabaseProblem];
}

/**
 * Starts PostgreSQL on `dataDir`, or adopts the one that outlived an earlier start, and takes the directory for this
 * process alone: a second caller is refused with IN_USE after 5 s.
 */
export async function ensureEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres | DatabaseProblem> {
  return usingDirectory(options.dataDir, async () => {
    const directory = await prepareDataDirectory(options.dataDir);
    if ('code' in directory) return directory;
    const name = `postroom process ${process.pid} ${options.url ?? ''}`.trim();
    const attached = await attachPostmaster(directory, name);
    if ('code' in attached) return attached;
    await ensureServiceDatabase(attached.lock);
    return new EmbeddedPostgres(directory, name, attached, options.log);
  });
}

export class EmbeddedPostgres {
  readonly connection: SocketConnection;
  readonly events = new EventEmitter<Events>();
  readonly #directory: PreparedDirectory;
  readonly #name: string;
  readonly #log: DatabaseLog;
  #attached: AttachedPostmaster | undefined;
  #recovery: Promise<void> | undefined;
  #stopping = false;

  constructor(directory: PreparedDirectory, name: string, attached: AttachedPostmaster, log: DatabaseLog) {
    this.#directory = directory;
    this.#name = name;
    this.#log = log;
    this.connection = {
      host: attached.socketDirectory,
      port: socketPort,
      user: serviceRole,
      database: serviceDatabase,
    };
    this.#keep(attached);
  }

  /** Ends PostgreSQL and every connection to it. The lock is held to the last, so that the next start never meets one that is stopping. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#recovery;
    const attached = this.#attached;
    this.#attached = undefined;
    if (!attached) return;
    await stopPostmaster(attached.pid);
    removeSocketDirectory(attached.socketDirectory);
  }

  #keep(attached: AttachedPostmaster): void {
    this.#attached = attached;
    attached.lock.once('end', () => {
      if (!this.#stopping) this.#recovery = this.#recover(attached);
    });
  }

  async #recover(lost: AttachedPostmaster): Promise<void> {
    this.#attached = undefined;
    this.#log.warn({ event: 'database.lost', pid: lost.pid }, 'PostgreSQL is gone; starting it again');
    const again = await usingDirectory(this.#directory.path, () =>
      attachPostmaster(this.#directory, this.#name, lost.socketDirectory),
    );
    if ('code' in again) {
      this.#log.error({ event: 'database.failed', code: again.code }, again.message);
      this.events.emit('failed', again);
      return;
    }
    this.#keep(again);
    this.#log.info({ event: 'database.restored', pid: again.pid }, 'PostgreSQL is back');
    this.events.emit('restored');
  }
}
