import { expect, it } from 'vitest';
import { Redaction } from './redaction.ts';
import { Transcript } from './transcript.ts';

it('reads like the dialogue', () => {
  const transcript = new Transcript(new Redaction(['s3cret-word']));
  transcript.sent('EHLO postroom.example.org');
  transcript.heard({ code: 250, enhancedCode: null, lines: ['mail.test', 'SIZE 10'] });
  transcript.happened('TLSv1.3');
  transcript.heard({ code: 535, enhancedCode: '5.7.8', lines: ['5.7.8 s3cret-word is wrong'] });
  expect(transcript.lines).toEqual([
    'C: EHLO postroom.example.org',
    'S: 250-mail.test',
    'S: 250 SIZE 10',
    '-- TLSv1.3',
    'S: 535 5.7.8 *** is wrong',
  ]);
});

it('keeps the first 50 lines of a reply, and says how many there were more', () => {
  const transcript = new Transcript(new Redaction());
  transcript.heard({ code: 250, enhancedCode: null, lines: Array.from({ length: 9000 }, () => 'x') });
  expect(transcript.lines).toHaveLength(51);
  expect(transcript.lines.at(-1)).toBe('-- 8950 more lines');
});
