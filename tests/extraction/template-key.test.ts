import { expect, it } from 'vitest';
import { planRun } from '../../src/benchmark/plan.js';
import { type Suite, suiteSchema } from '../../src/benchmark/suite.js';
import type { FaceSystem } from '../../src/extraction/extraction.js';
import { sampleKey, systemKey } from '../../src/extraction/template-key.js';
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
  if (!planned || 'reader' in planned || !planned.landmarks) throw new Error('the suite has one system with landmarks');
  const { name, model, detector, landmarks, policy, flipSum } = planned;
  const at = <Card>(card: Card) => ({ card, path: '/x' });
  return { name, model: at(model), detector: at(detector), landmarks: at(landmarks), policy, flipSum };
}

it('changes with everything that decides a template, and with nothing else', async () => {
  const base = await system();
  const { model, detector, landmarks } = base;
  if (!landmarks) throw new Error('no landmarks');
  const key = systemKey(base);
  expect(systemKey({ ...base, name: 'another', model: { ...model, path: '/elsewhere' } })).toBe(key);
  const file = (sha256: string) => ({ ...model.card.file, sha256: sha256.repeat(64) });
  const changed: FaceSystem[] = [
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
  const condition = { kind: 'recapture', scale: 0.5, jpegQuality: 40 } as const;
  const key = sampleKey({ id: 'x.jpg', path: '/x.jpg', sha256 });
  expect(sampleKey({ id: 'y.jpg', path: '/y.jpg', sha256 })).toBe(key);
  expect(sampleKey({ id: 'x.jpg', path: '/x.jpg', sha256: 'b'.repeat(64) })).not.toBe(key);
  const copy = sampleKey({ id: 'x.jpg', path: '/x.jpg', sha256, condition });
  expect(copy).not.toBe(key);
  expect(sampleKey({ id: 'x.jpg', path: '/x.jpg', sha256, condition: { ...condition, jpegQuality: 41 } })).not.toBe(
    copy,
  );
  expect(sampleKey({ id: 'missing.jpg' })).toBeUndefined();
});
