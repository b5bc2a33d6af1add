import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, withAdministrator } from '../harness/administrator.ts';
import { stepsBuildOnEachOther } from '../harness/journey.ts';
import { launchPostroom, startPostroom, type Postroom } from '../harness/start-postroom.ts';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';

const servers =
  '{ smtpServers { nodes { id name hostname port startTls isDefault hasPassword revision createdAt } } }';

describe('Postroom is stopped in every way and loses nothing', () => {
  stepsBuildOnEachOther();

  let folder: TemporaryFolder;
  let postroom: Postroom;
  let before: unknown;
  const options = () => ({ dataDir: join(folder.path, 'data'), env: withAdministrator });

  beforeAll(async () => {
    folder = await temporaryFolder();
  });

  afterAll(async () => {
    await postroom.stop();
    await folder.remove();
  });

  it('keeps a server that was added', async () => {
    postroom = await startPostroom(options());
    const client = await signIn(postroom.url);
    const { addSmtpServer } = await client.execute(
      `mutation Add($input: AddSmtpServerInput!) {
        addSmtpServer(input: $input) { __typename ... on Refusal { message } }
      }`,
      { input: { name: 'Office', hostname: 'smtp.example.org', username: 'office', password: 'a password' } },
    );
    expect(addSmtpServer).toEqual({ __typename: 'SmtpServer' });
    before = await client.execute(servers);
  });

  it('refuses a second start on the same data, in a sentence that names the first', async () => {
    const second = await launchPostroom(options());
    second.ready.catch(() => undefined); // what it printed is looked at below
    const { code, output } = await second.ended;
    expect(code).toBeGreaterThan(0);
    expect(output).toContain(String(postroom.processId));
    expect(output).not.toMatch(/^\s+at /m); // a sentence, no stack
  });

  it('has everything after the server process was killed', async () => {
    await postroom.kill();
    postroom = await startPostroom(options());
    expect(await (await signIn(postroom.url)).execute(servers)).toEqual(before);
  });

  it('has everything after it was asked to stop', async () => {
    await postroom.stop();
    postroom = await startPostroom(options());
    expect(await (await signIn(postroom.url)).execute(servers)).toEqual(before);
  });
});
