import { expect, it } from 'vitest';
import { boldHeadings, coloured, colouring, colourWords } from '../../src/cli/colour.js';

it.each([
  [{}, true, true],
  [{}, false, false],
  [{ TERM: 'dumb' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  // "when present and not an empty string", says no-color.org.
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '' }, false, true],
  [{ FORCE_COLOR: '1', TERM: 'dumb' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, false],
])('with %j, terminal %s: coloured %s', (env, terminal, expected) => {
  expect(colouring(env, terminal)).toBe(expected);
});

it('colours the first word that is looked for, and nothing else', () => {
  const words = [
    [/^ok/, 'good'],
    [/^failure/, 'bad'],
  ] as const;
  expect(colourWords('failure is ok', words)).toBe(`${coloured('bad', 'failure')} is ok`);
  expect(colourWords('nothing', words)).toBe('nothing');
});

it('headings of help are bold, sentences are not', () => {
  const help = 'Usage: x\n\nOptions:\n  --a  b:\nText that goes on, such as this: no.\nExit codes: 0 fine';
  const bold = (text: string) => coloured('heading', text);
  expect(boldHeadings(help)).toBe(
    `${bold('Usage:')} x\n\n${bold('Options:')}\n  --a  b:\nText that goes on, such as this: no.\n${bold('Exit codes:')} 0 fine`,
  );
});
