import { expect, it } from 'vitest';
import { folderWith, grey } from '../datasets/layouts/read-layout.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';

const picture = await grey(100, 50);

it('imports plates, says what was found, and lists, shows, checks and removes them', async () => {
  const home = temporaryFolder();
  const from = folderWith({
    'images/a.png': picture,
    'labels/a.txt': '1 .5 .5 .5 .5\n',
    'labels/gone.txt': '1 .5 .5 .5 .5\n',
    'notes.md': 'x',
  });
  const here = ['--home', home];
  const imported = await cli([
    'datasets',
    'import',
    'my-plates',
    '--layout',
    'yolo',
    '--classes',
    '1, 2',
    '--from',
    from,
    ...here,
  ]);
  expect(imported.stdout).toMatch(/^my-plates: 2 pictures, 2 plates, 0 texts, content digest [0-9a-f]{64}\n$/);
  expect(imported.stderr).toContain('1 pictures that the manifest, the pairs or the labels name are not there');
  expect(imported.stderr).toContain('left out: notes.md');
  const shown = await cli(['datasets', 'show', 'my-plates', ...here]);
  expect(shown.stdout).toContain('kind: plates');
  expect((await cli(['datasets', 'ls', ...here])).stdout).toMatch(/^my-plates +plates +here/m);
  expect(await cli(['datasets', 'check', 'my-plates', ...here])).toMatchObject({ code: 0 });
  expect(await cli(['datasets', 'remove', 'my-plates', ...here])).toMatchObject({ code: 0 });
}, 60_000);

it('refuses classes that are none', async () => {
  const args = ['--layout', 'yolo', '--classes', '0,,1', '--from', '.', '--home', temporaryFolder()];
  const { code, stderr } = await cli(['datasets', 'import', 'my-plates', ...args]);
  expect([code, stderr]).toEqual([2, expect.stringContaining('--classes must be class numbers or names')]);
});
