// The journeys need a real browser. Its path goes to the tests in CHROMIUM_PATH.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const aptGet = '/usr/bin/apt-get';
const ofMacOs = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The path of a browser, installed where that can be done without asking, or undefined. */
export function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return inPath() ?? (mayInstall() && install() ? inPath() : undefined);
}

function inPath() {
  const directories = (process.env.PATH ?? '').split(delimiter);
  return directories
    .flatMap((directory) => names.map((name) => join(directory, name)))
    .concat(ofMacOs)
    .find((path) => existsSync(path));
}

/** Root of a Debian is a container or a build machine; anybody else decides for himself what is installed. */
function mayInstall() {
  return process.getuid?.() === 0 && existsSync(aptGet);
}

function install() {
  console.log('There is no Chromium; installing it for the tests in the browser');
  const apt = (...args) => spawnSync(aptGet, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}
