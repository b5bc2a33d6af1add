// GraphiQL shows the descriptions of the schema: one without is a hole in the API's documentation.
import { readFileSync } from 'node:fs';
import { parse, visit } from 'graphql';

const file = new URL('../packages/schema/schema.graphql', import.meta.url);
// The roots say nothing that their fields do not say better.
const roots = ['Query', 'Mutation', 'Subscription'];
let missing = 0;

visit(parse(readFileSync(file, 'utf8')), {
  enter(node) {
    const canBeDescribed = 'description' in node && node.name !== undefined;
    if (!canBeDescribed || node.description?.value.trim() || roots.includes(node.name.value)) return;
    console.log(`line ${node.loc.startToken.line}: ${node.name.value} has no description`);
    missing += 1;
  },
});

process.exitCode = missing === 0 ? 0 : 1;
