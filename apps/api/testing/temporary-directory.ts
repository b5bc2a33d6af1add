import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Gone after the test. Root's tests run PostgreSQL under another account, which must get through: hence 0711. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'postroom-test-'));
  chmodSync(directory, 0o711);
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
