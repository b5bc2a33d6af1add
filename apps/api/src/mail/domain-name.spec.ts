import { describe, expect, it } from 'vitest';
import { domainOnTheWire } from './domain-name.ts';

describe('a domain', () => {
  it.each([
    ['example.org'],
    ['Example.ORG'],
    ['localhost'],
    ['127.1'],
    ['0x7f.1'],
    ['123'],
    ['-a-.b--c'],
    ['ex_ample.org'],
    ['xn--jgeva-dua.ee'],
  ])('in ASCII goes on the wire as typed: %s', (domain) => {
    expect(domainOnTheWire(domain)).toEqual({ domain });
  });

  it.each([
    ['jõgeva.ee', 'xn--jgeva-dua.ee'],
    ['JÕGEVA.EE', 'xn--jgeva-dua.EE'],
    ['jo\u0303geva.ee', 'xn--jgeva-dua.ee'],
    ['straße.de', 'xn--strae-oqa.de'],
    ['例え.jp', 'xn--r8jz45g.jp'],
    ['उदाहरण.भारत', 'xn--p1b6ci4b4b3a.xn--h2brj9c'],
    ['jõ_geva.0x7f.1', 'xn--j_geva-pxa.0x7f.1'],
  ])('in another script goes on the wire as A-labels: %s', (typed, domain) => {
    expect(domainOnTheWire(typed)).toEqual({ domain });
  });

  it.each([
    ['nothing', ''],
    ['an empty label', 'example..org'],
    ['an ideographic full stop', 'example。org'],
    ['a full-width full stop', 'jõ．org'],
    ['a full-width percent sign', 'example％org'],
    ['a full-width solidus', 'jõ／org'],
    ['full-width letters', 'ｅxample.org'],
    ['full-width digits, which would read as an IP address', '１２７.1'],
    ['the Kelvin sign, which is a K', '\u212a.org'],
    ['a capital sharp s, which would become ss', 'STRAẞE.de'],
    ['a ligature', '\ufb01.org'],
    ['a soft hyphen', 'jõ\u00adgeva.org'],
    ['a joiner', 'jõ\u200dgeva.org'],
    ['an emoji', '😀.org'],
    ['a false A-label', 'xn--ö.org'],
    ['directions mixed in a label', 'אa.org'],
    ['a sign', 'example!.org'],
  ])('is refused where it is none, or would read as another one: %s', (_, domain) => {
    expect(domainOnTheWire(domain)).toEqual({ fault: 'NOT_VALID' });
  });

  it.each([
    ['a label of 64', 'a'.repeat(64)],
    ['a label of 64 as A-label', `ö${'a'.repeat(58)}`],
    ['256 in all', `${'a.'.repeat(127)}aa`],
  ])('is too long with %s', (_, domain) => {
    expect(domainOnTheWire(domain)).toEqual({ fault: 'TOO_LONG' });
  });
});
