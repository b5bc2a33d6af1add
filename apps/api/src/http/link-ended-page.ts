import { barePage } from './bare-page.ts';

/** For programs. The words say the same of every link that leads nowhere, whatever the reason. */
export const LINK_ENDED_TEXT =
  'This link leads to no file. It may be incomplete, have expired or have been ended by the sender. Ask the sender for the file.\n';

/** For people. */
export const LINK_ENDED_PAGE = barePage({
  title: 'This link leads to no file',
  icon: '<path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5M10 12l4 5M14 12l-4 5"/>',
  body: `<p>It may be incomplete, have expired or have been ended by the sender.</p>
<p>Check that the whole link was copied, or ask the sender for the file.</p>`,
});
