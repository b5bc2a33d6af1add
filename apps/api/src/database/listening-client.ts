import { Client } from 'pg';

/**
 * A connection of a pool. The pool listens to errors only while it has the connection, and whoever takes it begins a moment later:
 * a farewell of the database that comes together with its last answer falls in between, and without a listener ends the process.
 */
export class ListeningClient extends Client {
  constructor(config?: ConstructorParameters<typeof Client>[0]) {
    super(config);
    // Whoever asks something gets the error as its answer, and the pool drops the connection.
    this.on('error', () => undefined);
  }
}
