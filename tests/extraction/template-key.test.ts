import { expect, it } from 'vitest';
import { planRun } from '../../src/benchmark/plan.js';
import { type Suite, suiteSchema } from '../../src/benchmark/suite.js';
import type { FaceSystem, PlateSystem } from '../../src/extraction/extraction.js';
import { sampleKey, systemKey } from '../../src/extraction/template-key.js';
import type { Corners } from '../../src/images/box.js';
import { packagedCatalog } from '../support/catalog.js';

const suite: Suite = suiteSchema.parse({
  name: 'keys',
  title: 'Keys',
  data: { pictures: 'lfw' },
  systems: [{ model: 'faceplugin-feature', detector: 'ultra-light-rfb-320' }],
  tasks: [{ id: 'pairs', protocol: 'pairs', data: 'pictures', pairs: 'view2', at: ['1e-2'] }],
});

async function system(): Promise<FaceSystem> {
  const [planned] = planRun(suite, await packagedCatalog()).systems;
  if (!planned || 'reader' in planned || planned.policy === 'given' || !planned.landmarks)
    throw new Error('the suite has one system with landmarks');
  const { name, model, detector, landmarks, policy, flipSum } = planned;
  const at = <Card>(card: Card) => ({ card, path: '/x', companions: [] });
  return { name, model: at(model), detector: at(detector), landmarks: at(landmarks), policy, flipSum };
}

it('changes with everything that decides a template, and with nothing else', async () => {
  const base = await system();
  const { model, detector, landmarks } = base;
  if (!landmarks || !detector) throw new Error('no landmarks');
  const key = systemKey(base);
  expect(systemKey({ ...base, name: 'another', model: { ...model, path: '/elsewhere' } })).toBe(key);
  const file = (sha256: string) => ({ ...model.card.file, sha256: sha256.repeat(64) });
  const changed: FaceSystem[] = [
    { name: base.name, model, policy: 'given', flipSum: base.flipSum },
    { ...base, model: { ...model, card: { ...model.card, file: file('1') } } },
    { ...base, model: { ...model, card: { ...model.card, input: { ...model.card.input, colour: 'RGB' } } } },
    { ...base, model: { ...model, card: { ...model.card, rewrites: [] } } },
    { ...base, model: { ...model, card: { ...model.card, dimensions: 128 } } },
    { ...base, detector: { ...detector, card: { ...detector.card, file: file('2') } } },
    { ...base, detector: { ...detector, card: { ...detector.card, scoreThreshold: 0.61 } } },
    { ...base, detector: { ...detector, card: { ...detector.card, nmsThreshold: 0.5 } } },
    { ...base, landmarks: { ...landmarks, card: { ...landmarks.card, file: file('3') } } },
    { ...base, policy: 'largest' },
    { ...base, flipSum: true },
  ];
  const keys = changed.map(systemKey);
  expect(new Set([key, ...keys]).size).toBe(changed.length + 1);
});

it('a sample is known by its content and its condition, not by its name or place', () => {
  const sha256 = 'a'.repeat(64);
  const corners = (left: number): Corners => [
    [left, 0],
    [9, 0],
    [9, 3],
    [left, 3],
  ];
  const condition = { steps: [{ step: 'recapture', scale: 0.5, jpegQuality: 40 }], seed: 1 };
  const key = sampleKey({ id: 'x.jpg', path: '/x.jpg', sha256 });
  expect(sampleKey({ id: 'y.jpg', path: '/y.jpg', sha256 })).toBe(key);
  expect(sampleKey({ id: 'x.jpg', path: '/x.jpg', sha256: 'b'.repeat(64) })).not.toBe(key);
  const copy = sampleKey({ id: 'x.jpg', path: '/x.jpg', sha256, condition });
  expect(copy).not.toBe(key);
  const others = [
    { ...condition, steps: [{ step: 'recapture', scale: 0.5, jpegQuality: 41 }] },
    { ...condition, seed: 2 },
    { ...condition, density: 684 },
    { ...condition, density: 400 },
    { ...condition, tools: { ffmpeg: '5.1' } },
    { ...condition, tools: { ffmpeg: '6.0' } },
    { ...condition, plates: [] },
    { ...condition, plates: [corners(0)] },
    { ...condition, plates: [corners(1)] },
    { ...condition, steps: [...condition.steps, ...condition.steps] },
    { ...condition, steps: [] },
  ].map((other) => sampleKey({ id: 'x.jpg', path: '/x.jpg', sha256, condition: other }));
  expect(new Set([copy, key, ...others]).size).toBe(others.length + 2);
  // How the parameters of a step are ordered says nothing.
  const ordered = { seed: 1, steps: [{ jpegQuality: 40, scale: 0.5, step: 'recapture' }] };
  expect(sampleKey({ id: 'x.jpg', path: '/x.jpg', sha256, condition: ordered })).toBe(copy);
  expect(sampleKey({ id: 'missing.jpg' })).toBeUndefined();
});

it('a face that the dataset marks counts for systems that take it, and for no others', () => {
  const sample = { id: 'x.jpg', path: '/x.jpg', sha256: 'a'.repeat(64) };
  const marked = (x: number, score?: number) => ({
    ...sample,
    face: { points: [[x, 2] as const], ...(score === undefined ? {} : { score }) },
  });
  expect(sampleKey(marked(1))).toBe(sampleKey(sample));
  const keys = [sample, marked(1), marked(3), marked(1, 0.5)].map((one) => sampleKey(one, true));
  expect(new Set([sampleKey(sample), ...keys]).size).toBe(keys.length + 1);
  expect(sampleKey({ id: 'missing.jpg' }, true)).toBeUndefined();
});

it('of a reader of plates changes with everything that decides a reading, and with nothing else', async () => {
  const catalog = await packagedCatalog();
  const [detector, reader] = [catalog.model('ppocr-v4-det'), catalog.model('ppocr-v4-rec')];
  if (detector.kind !== 'plate-detector' || reader.kind !== 'plate-reader') throw new Error('they read plates');
  const base: PlateSystem = {
    name: 'plates',
    detector: { card: detector, path: '/x', companions: [] },
    reader: { card: reader, path: '/x', companions: ['/y'] },
    margin: { x: 0, y: 0 },
    labelMargin: { x: 0, y: 0 },
  };
  const key = systemKey(base);
  const told = { ...reader, title: 'Another title', notes: ['more'] };
  expect(systemKey({ ...base, name: 'another', reader: { card: told, path: '/z', companions: ['/z'] } })).toBe(key);
  const changed: PlateSystem[] = [
    { ...base, margin: { x: 0.1, y: 0 } },
    { ...base, labelMargin: { x: 0, y: 0.1 } },
    { ...base, detector: { ...base.detector, card: { ...detector, scoreThreshold: 0.9 } } },
    {
      ...base,
      detector: { ...base.detector, card: { ...detector, file: { ...detector.file, sha256: 'f'.repeat(64) } } },
    },
    { ...base, reader: { ...base.reader, card: { ...reader, alphabet: 'AB' } } },
  ];
  expect(new Set([key, ...changed.map(systemKey)]).size).toBe(changed.length + 1);
});

it('a sample is known by what is asked of it, too', () => {
  const sample = { id: 'a', path: '/a', sha256: 'a'.repeat(64) };
  const asked = [
    {},
    { plates: { given: [] } },
    { plates: { given: [{}], alphabet: 'AB' } },
    { plates: { given: [{}] } },
  ];
  expect(new Set(asked.map((question) => sampleKey({ ...sample, ...question }))).size).toBe(asked.length);
});
