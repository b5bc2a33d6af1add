import { describe, expect, it } from 'vitest';
import { withAttachmentLinks, type AttachmentLink } from './attachment-links.ts';

const report: AttachmentLink = {
  filename: 'Report "Q1" <draft> & more.pdf',
  sizeBytes: 1_234_567,
  url: 'https://mail.example.org/files/aaa',
};
const photo: AttachmentLink = {
  filename: 'תמונה.jpg',
  sizeBytes: 80,
  url: 'https://mail.example.org/files/bbb',
};
// The end of 31 March.
const expiresAt = new Date('2026-04-01T00:00:00Z');
const LIST = [
  'Files to download, until 31 March 2026:',
  '',
  'Report "Q1" <draft> & more.pdf (1.2 MB)',
  'https://mail.example.org/files/aaa',
  '',
  'תמונה.jpg (80 bytes)',
  'https://mail.example.org/files/bbb',
  '',
].join('\n');
const HTML_LIST =
  '\n<div style="margin:24px 0;padding-top:12px;border-top:1px solid #999;font-family:sans-serif">' +
  '<p style="margin:0 0 8px">Files to download, until 31 March 2026:</p>' +
  '<ul style="margin:0;padding-left:20px">' +
  '<li style="margin:4px 0"><a href="https://mail.example.org/files/aaa">' +
  '<bdi>Report &#34;Q1&#34; &#60;draft&#62; &#38; more.pdf</bdi></a> (1.2 MB)</li>' +
  '<li style="margin:4px 0"><a href="https://mail.example.org/files/bbb"><bdi>תמונה.jpg</bdi></a> (80 bytes)</li>' +
  '</ul></div>\n';

const linked = (body: { text?: string; html?: string }) =>
  withAttachmentLinks(body, [report, photo], { expiresAt });

describe('the list of links in a text', () => {
  it.each([
    ['stands behind what was written', 'Hello Bob\n', `Hello Bob\n\n${LIST}`],
    ['has one empty line before it', 'Hello Bob\n\n\n \n', `Hello Bob\n\n${LIST}`],
    ['is all where nothing was written', '', LIST],
    ['stands before the signature', 'Hello\n\n-- \nAda\n', `Hello\n\n${LIST}\n-- \nAda\n`],
    ['stands before a signature with CRLF', 'Hello\r\n-- \r\nAda\r\n', `Hello\n\n${LIST}\n-- \r\nAda\r\n`],
    ['stands before the last of two', 'a\n-- \nb\n-- \nc', `a\n-- \nb\n\n${LIST}\n-- \nc`],
    ['stands before a signature alone', '-- \nAda', `${LIST}\n-- \nAda`],
    [
      'takes no dashes for a signature',
      'a\n--\nb\n -- \nc -- \n--- ',
      `a\n--\nb\n -- \nc -- \n---\n\n${LIST}`,
    ],
  ])('%s', (_, text, expected) => {
    expect(linked({ text })).toEqual({ text: expected });
  });
});

describe('the list of links in an html', () => {
  it.each([
    ['stands inside the body', '<html><body><p>Hi</p>|</body></html>'],
    ['stands inside the last body', '<body>a</body><BODY>b|</BODY >\n'],
    ['stands inside the document', '<p>Hi</p>|</HTML>'],
    ['stands at the end of a fragment', '<p>Hi</p>|'],
    ['is all where there is nothing', '|'],
    ['takes no comment for an end', '<p>Hi</p><!-- </body> --><p>x</p>|</body><!-- </body> -->'],
    ['is no part of a comment without an end', '<p>Hi</p>|<!-- </body>'],
    ['stands before an end that a comment without an end follows', '<p>Hi</p>|</body><!-- </html>'],
    ['stands before an end with more in it', '<p>Hi</p>|</body class="x"></html>'],
    ['takes no script for an end', '<p>Hi</p>|</body><script>"</body>"</script>'],
    ['takes no attribute for an end', '<p>Hi</p>|</body><a title="</body>" rel=\'</body>\'>x</a>'],
    ['takes no section of XML for an end', '<p>Hi</p>|</body><![CDATA[ </body> ]]>'],
    ['is no part of a style without an end', '<p>Hi</p>|<style>p { } </body>'],
    ['is no part of a title without an end', '|<title>Hi <p>x</p>'],
    ['is no part of a tag without an end', '<p>Hi</p>|<a href="x'],
    ['stands behind quotes that open nothing', "<p title=it's>a \"b' < 3</p>|</body>"],
    ['leaves the comments of Outlook as they are', '<!--[if mso]><td><![endif]-->a|</body>'],
  ])('%s', (_, marked) => {
    expect(linked({ html: marked.replace('|', '') })).toEqual({ html: marked.replace('|', () => HTML_LIST) });
  });

  // A search that goes back over what it has seen would not end within the time of a test.
  it.each(['<!--', '<a ', '<script>', '<a b="', "<a b='", '<a =', '<', '</', '</body', '<a b= '])(
    'finds its place in a megabyte of %j',
    (piece) => {
      const html = piece.repeat(1_000_000 / piece.length);
      expect(linked({ html }).html).toHaveLength(html.length + HTML_LIST.length);
    },
  );

  it('shows no name and no address as anything but text', () => {
    const hostile = {
      filename: `"><img src=x onerror=alert(1)>' onclick='a.html`,
      sizeBytes: 1,
      url: 'https://mail.example.org/files/a"b<c',
    };
    const { html } = withAttachmentLinks({ html: '' }, [hostile], { expiresAt });
    expect(html?.match(/<\/?[a-z]+/g)).toEqual([
      '<div',
      '<p',
      '</p',
      '<ul',
      '<li',
      '<a',
      '<bdi',
      '</bdi',
      '</a',
      '</li',
      '</ul',
      '</div',
    ]);
    expect(html?.match(/"/g)).toHaveLength(10);
  });
});

describe('the list of links', () => {
  it('stands in each form that the mail has', () => {
    expect(linked({ text: 'a', html: 'b' })).toEqual({ text: `a\n\n${LIST}`, html: `b${HTML_LIST}` });
    expect(linked({})).toEqual({ text: LIST });
  });

  it('is left out where there is no link', () => {
    expect(withAttachmentLinks({ text: 'a\n-- \nb' }, [], { expiresAt })).toEqual({ text: 'a\n-- \nb' });
  });
});
