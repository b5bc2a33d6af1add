import { createHash } from 'node:crypto';

const STYLE = `
  :root { color-scheme: light dark; --paper: #f6f7f9; --card: #fff; --ink: #1c2330; --quiet: #5a6475; --line: #dfe3ea }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #12151b; --card: #1b2029; --ink: #e8ebf1; --quiet: #a2acbd; --line: #2e3643 }
  }
  * { box-sizing: border-box }
  body {
    margin: 0; min-height: 100vh; padding: 24px; display: grid; place-items: center;
    background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif
  }
  main {
    max-width: 30rem; padding: 32px; background: var(--card); border: 1px solid var(--line); border-radius: 12px
  }
  svg { display: block; width: 48px; height: 48px; margin-bottom: 20px; stroke: var(--quiet); fill: none; stroke-width: 1.5 }
  h1 { margin: 0 0 12px; font-size: 1.35rem; line-height: 1.3 }
  p { margin: 0 0 12px }
  p:last-child { margin: 0; color: var(--quiet) }
  a { color: inherit }
`;

/** A page that says one thing, loads nothing and runs nothing. `icon` and `body` are markup of ours. */
export function barePage({ title, icon, body }: { title: string; icon: string; body: string }): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<svg viewBox="0 0 24 24" aria-hidden="true" stroke-linecap="round" stroke-linejoin="round">
${icon}
</svg>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

export const BARE_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
