import { expect, it } from 'vitest';
import { z } from 'zod';
import { datasetCardSchema } from '../../src/catalog/dataset-card.js';
import { modelCardSchema } from '../../src/catalog/model-card.js';
import { parseYaml, readYaml } from '../../src/catalog/read-yaml.js';

const SHA = 'a'.repeat(64);
const MODEL = {
  name: 'm',
  title: 'M',
  kind: 'face-template',
  file: { name: 'm.onnx', sha256: SHA, sources: ['local'] },
  licence: { name: 'MIT', use: 'any' },
  trainedOn: 'unknown',
  input: { size: [112, 112], colour: 'RGB', mean: 0, divisor: 1 },
  dimensions: 128,
};

const model = (change: object) => () =>
  parseYaml(JSON.stringify({ ...MODEL, ...change }), 'models/m.yaml', modelCardSchema);

it('reads a right card', () => {
  expect(model({})()).toMatchObject({ name: 'm', rewrites: [], published: [] });
});

it('names an unknown field and the nearest known one', () => {
  expect(model({ dimension: 1 })).toThrow(
    'models/m.yaml, line 1: there is no field "dimension"; did you mean "dimensions"?',
  );
  expect(model({ file: { ...MODEL.file, sha265: SHA } })).toThrow(
    'there is no field "file.sha265"; did you mean "sha256"?',
  );
  expect(model({ input: { ...MODEL.input, zzzzzzzz: 1 } })).toThrow(
    /"input.zzzzzzzz"; known: size, colour, mean, divisor/,
  );
  expect(model({ file: { ...MODEL.file, sources: [{ archive: 'https://x/a.zip', member: 'm', membr: 1 }] } })).toThrow(
    /"file.sources\[0\].membr"; did you mean "member"/,
  );
});

it('names the nearest of the words that a field may have', () => {
  expect(model({ licence: { name: 'MIT', use: 'reserch-only' } })).toThrow(
    '"licence.use": expected "any" or "research-only" or "unclear", found "reserch-only"; did you mean "research-only"?',
  );
  // Here the word decides which fields there are besides.
  expect(model({ kind: 'face-templat' })).toThrow(
    /"kind": expected "face-detector" or .*, found "face-templat"; did you mean "face-template"\?$/,
  );
  expect(model({ licence: { name: 'MIT', use: 'zzzzzzzzzzzz' } })).toThrow(/found "zzzzzzzzzzzz"\.$/);
});

it('names the field, what was expected and what was found', () => {
  expect(model({ dimensions: 'many' })).toThrow('models/m.yaml, line 1: "dimensions": expected number, found "many".');
  expect(model({ title: undefined })).toThrow('"title": expected string, found nothing.');
  expect(model({ kind: 'face' })).toThrow(/"kind": .*face-template.*found "face"/);
  expect(model({ file: { ...MODEL.file, sha256: 'ABC' } })).toThrow(
    '"file.sha256": a SHA-256 is 64 small hexadecimal digits, found "ABC".',
  );
  expect(model({ file: { ...MODEL.file, sources: ['http://x/a'] } })).toThrow(
    /"file.sources\[0\]": expected one of: .*write an https:\/\/ address.*, found "http:\/\/x\/a"/,
  );
  expect(model({ file: { ...MODEL.file, name: '../m.onnx' } })).toThrow(/"file.name": a file name without folders/);
  expect(() => parseYaml('just text', 'd.yaml', datasetCardSchema)).toThrow(
    'd.yaml: the whole file: expected object, found "just text".',
  );
  expect(() => parseYaml('', 'd.yaml', datasetCardSchema)).toThrow('d.yaml: the whole file: expected object');
});

it('names the line of a wrong field, or of the nearest one around a missing one', () => {
  const at = (text: string) => () =>
    parseYaml(text, 'd.yaml', z.object({ a: z.object({ b: z.number(), c: z.string() }) }));
  expect(at('a:\n  c: x\n  b: y\n')).toThrow('d.yaml, line 3: "a.b": expected number');
  expect(at('# first\na:\n  b: 1\n')).toThrow('d.yaml, line 3: "a.c": expected string, found nothing.');
  expect(at('b: 1\n')).toThrow('d.yaml: "a": expected object, found nothing.');
});

it('names the file and the line of a syntax error', () => {
  expect(() => parseYaml('name: a\ntitle: "x\n', 'd.yaml', datasetCardSchema)).toThrow(
    /^d\.yaml, line [23]: this is not YAML: /,
  );
  expect(() => parseYaml('name: a\nname: b\n', 'd.yaml', datasetCardSchema)).toThrow(/^d\.yaml, line 2: .*unique/i);
});

it('says that a file cannot be read', async () => {
  await expect(readYaml('/none/x.yaml', datasetCardSchema)).rejects.toThrow(/^Cannot read \/none\/x\.yaml: ENOENT/);
});
