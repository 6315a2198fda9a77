import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { htmlDocument } from '../../../src/report/html/html-document.js';

const policyOf = (html: string) => /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';

describe('htmlDocument', () => {
  it('without a script allows none', () => {
    const html = htmlDocument({ title: 'T', main: '<p>x</p>' });
    expect(policyOf(html)).toBe("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
    expect(html).not.toContain('<script');
    expect(html).toContain('<title>T - falsematch</title>');
  });

  it('allows its own script, and no other', () => {
    const script = 'let a = "é";';
    const html = htmlDocument({ title: 'T', main: '', script });
    const digest = createHash('sha256').update(script).digest('base64');
    expect(policyOf(html)).toContain(`; script-src 'sha256-${digest}'`);
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('has the policy before anything that could be fetched', () => {
    const html = htmlDocument({ title: 'T', main: '' });
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
    expect(html.indexOf('charset')).toBeLessThan(200);
  });

  it('keeps what is said above the title, the title and the description as text', () => {
    const evil = '</title><script>alert(1)</script>\u202e"onload=';
    const html = htmlDocument({ title: evil, description: evil, kind: evil, main: '' });
    expect(html).not.toMatch(/<script|"onload|\u202e/);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
  });

  it('gives data back as they were, and none of them ends their element or begins a comment', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const html = htmlDocument({ title: 'T', main: '', data: { d: value } });
        const [, text = ''] = /<script type="application\/json" id="d">(.*)<\/script>/s.exec(html) ?? [];
        expect(text).not.toMatch(/[<>&\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    const html = htmlDocument({ title: 'T', main: '', data: { d: ['</script><script>alert(1)//', '<!--', ']]>'] } });
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('script').length).toBe(1);
  });
});
