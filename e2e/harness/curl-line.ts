import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * What a curl line answers that somebody pastes into a shell. The shell is real and takes it apart; curl itself need not be
 * installed where the journeys run, so the request is made here.
 */
export async function runCurlLine(line: string): Promise<{ status: number; body: unknown }> {
  const printed = line.replace(/^curl/, String.raw`printf '%s\0'`);
  const { stdout } = await promisify(execFile)('sh', ['-c', printed]);
  const words = stdout.split('\0');
  const valueOf = (option: string): string[] => words.filter((_, index) => words[index - 1] === option);
  const url = words.find((word) => /^https?:/.test(word));
  if (url === undefined) throw new Error(`No address in: ${line}`);
  const headers = valueOf('-H').map((header): [string, string] => {
    const colon = header.indexOf(':');
    return [header.slice(0, colon), header.slice(colon + 1).trim()];
  });
  const response = await fetch(url, { method: 'POST', headers, body: valueOf('-d').join('&') });
  return { status: response.status, body: await response.json() };
}
