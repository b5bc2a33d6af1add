import { randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startSignedIn } from '../../testing/app-for-tests.ts';
import {
  s3Environment,
  startRefusingS3Server,
  startS3Server,
  type S3ServerForTests,
} from '../../testing/s3-server.ts';

/** Puts a file to a service whose storage is `s3`. */
async function putTo(s3: S3ServerForTests, meanwhile: () => Promise<void> = () => Promise.resolve()) {
  const { app, client } = await startSignedIn(s3Environment(s3.settings));
  onTestFinished(() => app.close());
  await meanwhile();
  const response = await fetch(`${app.url}/uploads`, {
    method: 'PUT',
    headers: { Cookie: client.cookie ?? '' },
    body: randomBytes(100_000),
  });
  return { app, status: response.status, answer: await response.json() };
}

describe('an upload to a bucket', () => {
  it('is kept there', async () => {
    const s3 = await startS3Server();
    onTestFinished(() => s3.close());
    const { app, status, answer } = await putTo(s3);
    expect([status, answer]).toEqual([201, expect.objectContaining({ sizeBytes: 100_000 })]);
    expect(app.logged.join()).not.toContain('error');
  });

  it('is refused where there is no room, in words that say so, and no row is left of it', async () => {
    const s3 = await startRefusingS3Server(507, 'XMinioStorageFull');
    onTestFinished(() => s3.close());
    const { app, status, answer } = await putTo(s3);
    expect(status).toBe(507);
    expect(answer).toEqual({
      errors: [
        {
          message:
            'There is no room for the file. Nothing was kept; try again when the administrator has made some.',
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        },
      ],
    });
    expect(app.logged.join()).toContain('storage.full');
    expect(await app.rows()).not.toMatch(/^\([0-9a-f-]{36},,,/m);
  });

  it('is refused for now where the bucket does not answer', async () => {
    const s3 = await startS3Server();
    const { app, status, answer } = await putTo(s3, () => s3.close());
    expect(status).toBe(503);
    expect(answer).toHaveProperty(
      'errors.0.message',
      expect.stringContaining('does not answer at the moment'),
    );
    expect(app.logged.join()).toContain('storage.unavailable');
  });
});
