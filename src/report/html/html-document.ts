import { createHash } from 'node:crypto';
import { inertText } from './inert-text.js';
import { STYLE } from './style.js';

export interface HtmlDocument {
  readonly title: string;
  readonly description?: string | undefined;
  /** Above the title. */
  readonly kind?: string;
  /** Markup between the title and the main part. */
  readonly top?: string;
  readonly main: string;
  /** A script of ours, the only one that may run. */
  readonly script?: string;
  /** What the script reads, by the id of its element. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * A page as one file that opens offline: its policy forbids every request, every frame and form, and every script but the
 * one whose digest it names.
 */
export function htmlDocument({ title, description, kind, top = '', main, script, data = {} }: HtmlDocument): string {
  const allowed =
    script === undefined ? '' : `; script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  const blocks = Object.entries(data).map(
    ([id, value]) => `<script type="application/json" id="${id}">${jsonInMarkup(value)}</script>\n`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'${allowed}">
<title>${inertText(title)} - falsematch</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
<header>
${kind ? `<p class="kind">${inertText(kind)}</p>\n` : ''}<h1>${inertText(title)}</h1>
${description ? `<p>${inertText(description)}</p>\n` : ''}${top}</header>
<main id="main">
${main}
</main>
${blocks.join('')}${script === undefined ? '' : `<script>${script}</script>\n`}</body>
</html>
`;
}

/** No text can end the element that holds it, nor begin a comment, nor turn the source that stands around it. */
const jsonInMarkup = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>&\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
