import 'reflect-metadata';
import { Command } from 'commander';
import { destination } from 'pino';
import { readConfig, type Config } from '../config.ts';
import { createDataSource } from '../database/data-source.ts';
import { createLog } from '../log.ts';
import { migrate } from '../database/migrate.ts';
import { openCliDatabase, type CliDatabase } from './cli-database.ts';
import { KeysCommand } from './keys-command.ts';
import { UsersCommand } from './users-command.ts';

const print = (line: string) => {
  console.log(line);
};

function config(): Config | null {
  const read = readConfig(process.env);
  if (!('problems' in read)) return read;
  for (const problem of read.problems) console.error(problem);
  return null;
}

/** Runs a command on the database of the service; the process ends with 1 where it could not be done. */
async function onDatabase(act: (database: CliDatabase, config: Config) => Promise<boolean>): Promise<void> {
  process.exitCode = 1;
  const read = config();
  if (read === null) return;
  const database = await openCliDatabase(read);
  if ('code' in database) {
    console.error(database.message);
    return;
  }
  try {
    if (await act(database, read)) process.exitCode = 0;
  } finally {
    await database.close();
  }
}

const program = new Command('postroom')
  .description(
    'Works on the database of Postroom, with the environment that Postroom itself is started with.',
  )
  .showHelpAfterError();

const keys = program.command('keys').description('The keys that stored passwords are sealed with.');

keys
  .command('list')
  .description('Shows the keys by their ids, and how many secrets each of them seals.')
  .action(() => onDatabase((database, read) => new KeysCommand(database, read, print).list()));

keys
  .command('add')
  .description('Makes a new key: in front of the others in DATA_DIR/secret.key, or printed for SECRET_KEYS.')
  .action(async () => {
    const read = config();
    if (read === null || !(await KeysCommand.add(read, print))) process.exitCode = 1;
  });

keys
  .command('rotate')
  .description('Brings every stored secret under the newest key, while Postroom runs.')
  .action(() => onDatabase((database, read) => new KeysCommand(database, read, print).rotate()));

keys
  .command('forget')
  .argument('<key-id>', 'as "keys list" shows it')
  .description('Deletes the secrets of a key that is lost for good: their passwords must be entered again.')
  .action((keyId: string) =>
    onDatabase((database, read) => new KeysCommand(database, read, print).forget(keyId)),
  );

const users = program.command('users').description('The people who may sign in.');

users
  .command('list')
  .description('Shows their addresses and roles.')
  .action(() => onDatabase((database) => new UsersCommand(database, print).list()));

users
  .command('reset')
  .argument('<email>', 'the address that the person signs in with')
  .description('Prints a temporary password, and takes the second factor away: for whoever cannot get in.')
  .action((email: string) => onDatabase((database) => new UsersCommand(database, print).reset(email)));

program
  .command('migrate')
  .description('Brings the tables up to date, for deployments whose service may not change them itself.')
  .action(() =>
    onDatabase(async ({ connection }, read) => {
      await migrate(createDataSource(connection, { log: createLog(read.logLevel, destination(2)) }));
      return true;
    }),
  );

await program.parseAsync();
