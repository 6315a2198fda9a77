import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refuseCollapsed } from '../../src/benchmark/refuse-collapsed.js';
import type { FaceSystem } from '../../src/extraction/extraction.js';
import { affine, CARD_OF_TWO } from '../faces/made-up-models.js';
import { temporaryFolder } from '../support/catalog.js';

const folder = temporaryFolder();

/** A system of a made-up model in a file of its own; only the model is looked at. */
function systemOf(name: string, bytes: Uint8Array): FaceSystem {
  const path = join(folder, `${name}.onnx`);
  writeFileSync(path, bytes);
  const model = { card: { ...CARD_OF_TWO, name }, path, companions: [] };
  return { name: `system of ${name}`, model, policy: 'largest', flipSum: false } as unknown as FaceSystem;
}

it('lets a model pass that sees differences, and says of one that sees none why it is not measured', async () => {
  const refuse = refuseCollapsed();
  expect(await refuse(systemOf('sees', affine({ times: 1, plus: [1, 1] })))).toBeUndefined();
  const reason =
    'blind is collapsed: it gives nearly the same template whatever it sees: the lowest cosine between 8 pictures that have nothing in common is 1.0000';
  const blind = systemOf('blind', affine({ times: 0, plus: [1, 2] }));
  expect(await refuse(blind)).toEqual({ what: 'system of blind', reason, detail: `${reason}; take another model.` });
});

it('asks every model once, and lets what does not fit its card stop the run', async () => {
  const refuse = refuseCollapsed();
  const system = systemOf('once', affine({ times: 0, plus: [1, 2] }));
  expect(await refuse(system)).toBeDefined();
  writeFileSync(system.model.path, 'no model any more');
  expect(await refuse({ ...system, name: 'the same model with another detector' })).toMatchObject({
    what: 'the same model with another detector',
  });
  await expect(refuse(systemOf('none', Uint8Array.of(1, 2)))).rejects.toThrow('cannot be loaded as an ONNX model');
});
