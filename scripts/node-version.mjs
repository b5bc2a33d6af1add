// Imported first by every command: an older Node would fail later, with a sentence of its own that helps nobody.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Postroom needs Node 20.19 or later, 24 if you can choose; this is ${process.versions.node}. ` +
      'See https://nodejs.org/en/download',
  );
  process.exit(1);
}
