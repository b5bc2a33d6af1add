import { expect, it } from 'vitest';
import { attachmentDisposition } from './content-disposition.ts';

it.each([
  ['report.pdf', `attachment; filename="report.pdf"; filename*=UTF-8''report.pdf`],
  [
    'Übersicht €.pdf',
    `attachment; filename="_bersicht _.pdf"; filename*=UTF-8''%C3%9Cbersicht%20%E2%82%AC.pdf`,
  ],
  [
    `a"b\\c'd(e)*%41;x.pdf`,
    `attachment; filename="a_b_c'd(e)*_41;x.pdf"; filename*=UTF-8''a%22b%5Cc%27d%28e%29%2A%2541%3Bx.pdf`,
  ],
  ['😀.pdf', `attachment; filename="_.pdf"; filename*=UTF-8''%F0%9F%98%80.pdf`],
])('the name %s', (filename, header) => {
  expect(attachmentDisposition(filename)).toBe(header);
});
