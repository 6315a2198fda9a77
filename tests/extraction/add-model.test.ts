import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Catalog, loadCatalog } from '../../src/catalog/load-cards.js';
import type { FaceTemplateCard } from '../../src/catalog/model-card.js';
import { MODEL_FAMILIES } from '../../src/catalog/model-families.js';
import { FAMILIES } from '../../src/cli/commands/models.js';
import { addModel } from '../../src/extraction/add-model.js';
import { sha256Of } from '../../src/files/digest.js';
import { GRAPH } from '../../src/runtimes/graph/onnx-model.js';
import { affine, noisy } from '../faces/made-up-models.js';
import { integers, model, node, value } from '../runtimes/graph/models.js';
import { temporaryFolder } from '../support/catalog.js';

const folder = temporaryFolder();
const home = join(folder, 'home');
const put = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const sees = put('sees.onnx', affine({ times: 1, plus: [1, 1] }));

/** Two reds of an NHWC crop of a size that the file leaves open. */
const open = put(
  'open.onnx',
  model([
    node('Reshape', ['x', 'shape'], 'flat'),
    node('Gather', ['flat', 'places'], 'y'),
    integers('shape', [-1]),
    integers('places', [(52 * 112 + 38) * 3, (72 * 112 + 38) * 3]),
    value(GRAPH.input, 'x', ['n', 'h', 'w', 3]),
    value(GRAPH.output, 'y', [2]),
  ]),
);

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog({ home });
});
const add = (options: Omit<Parameters<typeof addModel>[0], 'name'> & { name?: string }) =>
  addModel({ name: 'mine', ...options }, catalog, home);
const cardOf = async (name: string) => (await loadCatalog({ home })).model(name) as FaceTemplateCard;

describe('addModel', () => {
  it('writes a card that the catalog reads, and keeps the file by its sum', async () => {
    const { card, cardPath, filePath, templates } = await add({
      file: sees,
      like: 'adaface',
      licence: 'mine',
      use: 'any',
    });
    expect(await cardOf('mine')).toEqual(card);
    expect(card).toMatchObject({
      file: { name: 'sees.onnx', sha256: sha256Of(readFileSync(sees)), sources: ['local'] },
      input: { size: [112, 112], colour: 'BGR', mean: 127.5, divisor: 127.5 },
      dimensions: 2,
      licence: { name: 'mine', use: 'any' },
      rewrites: [],
    });
    expect(card.notes[0]).toContain('mk-minchul/AdaFace, inference.py');
    expect(readFileSync(filePath)).toEqual(readFileSync(sees));
    expect(readFileSync(cardPath, 'utf8')).not.toContain('companions');
    expect(templates.drawn.state).toBe('ok');
  });

  it('takes layout and size from the file where it says them, from the options where it does not', async () => {
    const { card } = await add({ file: open, name: 'open', size: [112, 112], mean: 1 });
    expect(card.input).toEqual({ size: [112, 112], colour: 'RGB', mean: 1, divisor: 127.5, layout: 'NHWC' });
    await expect(add({ file: sees, name: 'other', size: [160, 160] })).rejects.toThrow(
      'sees.onnx takes x [1, 3, 112, 112], and --size 160x160 says something else; correct the option, or leave it out.',
    );
    await expect(add({ file: sees, name: 'other', like: 'facenet' })).rejects.toThrow('--like facenet (160x160)');
    await expect(add({ file: sees, name: 'other', layout: 'NHWC' })).rejects.toThrow(
      '--layout NHWC says something else',
    );
  });

  it('feeds it like a model that has a card', async () => {
    const { card } = await add({ file: sees, name: 'like-a-card', like: 'faceplugin-feature' });
    expect(card.input).toEqual({ size: [112, 112], colour: 'BGR', mean: 127, divisor: 128 });
  });

  it.each([
    [
      'a collapsed file',
      affine({ times: 0, plus: [1, 2] }),
      /is not added: it gives nearly the same template whatever it sees/,
    ],
    [
      'one that gives random numbers',
      noisy(),
      /is not added: The model "none" gives another template for the same picture/,
    ],
    ['no model', Uint8Array.of(1, 2, 3), /cannot be loaded as an ONNX model/],
    [
      'one of two inputs',
      model([
        node('Add', ['a', 'b'], 'y'),
        value(GRAPH.input, 'a', [1, 3, 112, 112]),
        value(GRAPH.input, 'b', [1, 3, 112, 112]),
        value(GRAPH.output, 'y', [1, 3, 112, 112]),
      ]),
      /does not take one picture \(expected one input of four sides, found a \[1, 3, 112, 112\], b \[1, 3, 112, 112\]\)/,
    ],
    [
      'one of two outputs',
      model([
        node('Neg', ['x'], 'y'),
        node('Relu', ['x'], 'z'),
        value(GRAPH.input, 'x', [1, 3, 112, 112]),
        value(GRAPH.output, 'y', [1, 3, 112, 112]),
        value(GRAPH.output, 'z', [1, 3, 112, 112]),
      ]),
      /gives 2 outputs \(y, z\); say which is the template with --output\./,
    ],
    [
      'one that gives a picture',
      model([
        node('Neg', ['x'], 'y'),
        value(GRAPH.input, 'x', [1, 3, 112, 112]),
        value(GRAPH.output, 'y', [1, 3, 112, 112]),
      ]),
      /is not added: The model "none" gives 1 x 3 x 112 x 112 numbers as "y", expected a vector/,
    ],
  ])('refuses %s and writes nothing', async (_, bytes, message) => {
    const file = put('bad.onnx', bytes);
    await expect(add({ file, name: 'none' })).rejects.toThrow(message);
    expect(existsSync(join(home, 'cards', 'models', 'none.yaml'))).toBe(false);
    expect(existsSync(join(home, 'files', sha256Of(bytes)))).toBe(false);
  });

  it('refuses a name that is taken or none, a family that nobody has, and a file that is not there', async () => {
    await expect(add({ file: sees, name: 'sface' })).rejects.toThrow('There is a model named "sface" already;');
    await expect(add({ file: sees, name: 'My Model' })).rejects.toThrow('"My Model" cannot be the name of a model');
    await expect(add({ file: sees, name: 'none', like: 'adafase' })).rejects.toThrow('did you mean "adaface"?');
    await expect(add({ file: sees, name: 'none', like: 'scrfd-500m' })).rejects.toThrow(
      'There is no family or face model',
    );
    await expect(add({ file: join(folder, 'gone.onnx'), name: 'none' })).rejects.toThrow(/^Cannot read .*gone\.onnx/);
  });
});

it('the help names every family', () => {
  expect(FAMILIES.split(', ')).toEqual([...MODEL_FAMILIES.keys()]);
});
