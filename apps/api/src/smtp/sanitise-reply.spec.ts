import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Redaction } from './redaction.ts';
import { MAX_SHOWN_CHARACTERS, sanitise, sanitiseReply } from './sanitise-reply.ts';

const password = 'k4n4ry/Pa55+wörd?';
const username = 'ada@example.org';
const none = new Redaction();

describe('a reply fit to be shown', () => {
  it('is one line with code and text', () => {
    expect(sanitiseReply({ code: 250, enhancedCode: null, lines: ['a', 'b'] }, none)).toBe('250 a b');
    expect(sanitiseReply({ code: 250, enhancedCode: null, lines: [''] }, none)).toBe('250');
  });

  it('has no controls, no tricks of direction, nothing invisible, and valid Unicode, in at most 1000 characters', () => {
    const nasty = fc.string({ unit: 'binary', maxLength: 3000 });
    fc.assert(
      fc.property(nasty, (text) => {
        const shown = sanitise(text, none);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect(shown.length).toBeLessThanOrEqual(MAX_SHOWN_CHARACTERS);
        expect(Buffer.from(shown).toString()).toBe(shown);
      }),
    );
  });

  it('keeps markup as the text that it is', () => {
    expect(sanitise('<img src=x onerror=alert(1)>', none)).toBe('<img src=x onerror=alert(1)>');
  });

  it('is not cut within a character', () => {
    expect(sanitise('x'.repeat(998) + '😀😀', none)).toBe(`${'x'.repeat(998)}…`);
  });
});

describe('a secret that a server sends back', () => {
  const redaction = new Redaction([password]);
  const base64 = (text: string) => Buffer.from(text).toString('base64');

  it.each([
    ['as it is', password],
    ['in other case', password.toUpperCase()],
    ['base64', base64(password)],
    ['base64 without padding', base64(password).replace(/=+$/, '')],
    ['base64url', Buffer.from(password).toString('base64url')],
    ['in an AUTH PLAIN string', base64(`\0${username}\0${password}`)],
    ['in an AUTH PLAIN string with another name', base64(`x\0${username}y\0${password}`)],
    ['in Basic credentials', base64(`${username}:${password}`)],
    ['between other base64', base64(`AAAA${password}BBBB`)],
    ['URL-encoded', encodeURIComponent(password)],
    ['URL-encoded in lower case', encodeURIComponent(password).toLowerCase()],
    ['URL-encoded base64', encodeURIComponent(base64(password))],
    ['hexadecimal', Buffer.from(password).toString('hex').toUpperCase()],
    ['with control characters strewn in', Array.from(password).join('\0')],
    ['with invisible characters strewn in', Array.from(password).join('\u200b')],
  ])('is hidden %s', (_, spelling) => {
    const shown = sanitise(`535 5.7.8 no: ${spelling} (end)`, redaction);
    expect(shown).toContain('***');
    for (const part of [password, base64(password).slice(0, 20), base64(password).slice(4, 20)]) {
      expect(shown.toLowerCase()).not.toContain(part.toLowerCase());
    }
    expect(shown).toContain('535 5.7.8 no:');
  });

  it('is hidden before the text is cut', () => {
    expect(sanitise('x'.repeat(990) + password, redaction)).toBe(`${'x'.repeat(990)}***`);
  });

  it('is hidden whatever characters it is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 40, unit: 'grapheme' }), (secret) => {
        const hiding = new Redaction([secret]);
        const shown = hiding.apply(`no: <${secret}> ${base64(secret)} ${base64(`\0u\0${secret}`)}`);
        expect(shown).not.toContain(`<${secret}>`);
        expect(shown).not.toContain(base64(secret).replace(/=+$/, ''));
      }),
    );
  });

  it('leaves a text alone when there is none', () => {
    expect(new Redaction([null, '']).apply('250 ok')).toBe('250 ok');
  });
});
