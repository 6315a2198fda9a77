import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { npmFile } from '../support/npm-file.js';
import { runTwice } from '../support/run-twice.js';

const reader = npmFile('ch_PP-OCRv4_rec_infer.onnx');
const folder = temporaryFolder();
const home = join(folder, 'home');

const NO_FFMPEG = { FALSEMATCH_FFMPEG: join(folder, 'no-ffmpeg') };

const PLATES_CARD = `
name: few-plates
title: A few made-up plates
kind: plates
licence: { name: none, use: any }
consent: none needed
alphabet: 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ
generate: { generator: synthetic-plates, version: 1, seed: 9, count: 2, formats: [eu, us], conditions: [clean], width: 320, height: 240 }
content: { files: 4 }
plateWidth: { by: format, metres: { eu: 0.52, us: 0.305 } }
layout: { reader: plates-csv, manifest: labels.csv }
`;

const PLATES_SUITE = `
name: plates
title: Plates
data: { drawn: few-plates }
systems: [{ name: ppocr, detector: ppocr-v4-det, reader: ppocr-v4-rec }]
tasks:
  - id: drawn
    protocol: plates
    data: drawn
    conditions:
      through:
        - published
        - name: far
          steps: [{ step: pixel-density, density: 60 px/m }, { step: sensor, fullWell: 500 e, readNoise: 8 e }]
        - { name: muddy, steps: [{ step: plate-occlusion, share: 60 %, by: mud, side: any }] }
        - { sweep: pixel-density, values: [100, 5] }
        - { name: video, steps: [{ step: h264, resolution: 640x480, frameRate: 25 fps, crf: 20 }] }
`;

it.skipIf(!reader)(
  'plates that are drawn here go through conditions: the same bytes with one worker and with two, and they verify',
  async () => {
    mkdirSync(join(home, 'cards', 'datasets'), { recursive: true });
    writeFileSync(join(home, 'cards', 'datasets', 'few-plates.yaml'), PLATES_CARD);
    writeFileSync(join(folder, 'plates.yaml'), PLATES_SUITE);
    const { record, rows, tables, stdout } = await runTwice('plates', {
      folder,
      home,
      mirror: process.env.FALSEMATCH_NPM_FILES,
      env: NO_FFMPEG,
    });
    const names = ['published', 'far', 'muddy', 'pixel-density-100', 'pixel-density-5'];
    expect(record.tasks.map(({ id }) => id)).toEqual(['drawn', ...names.map((name) => `drawn.${name}`)]);
    // What needs a program that is not there is listed, and the rest is measured.
    expect(record.notMeasured).toEqual([{ what: 'drawn.video', reason: expect.stringContaining('ffmpeg') }]);
    expect(stdout).toContain('drawn.video');
    expect(stdout).toContain('ppocr through conditions: read right, strict');
    const errors = (task: string) =>
      rows.find(
        (row) => row.task === task && row.metric === 'plate-exact' && row.at === 'strict' && row.group === 'all',
      );
    // Nothing done is nothing changed; under mud, and of fewer pixels than letters have lines, less is read.
    expect(errors('drawn.published')).toMatchObject({ errors: errors('drawn')?.errors, condition: 'published' });
    expect(errors('drawn')?.value).toBeGreaterThan(0.5);
    expect(errors('drawn.muddy')?.value).toBeLessThan(errors('drawn')?.value ?? 0);
    expect(errors('drawn.pixel-density-5')?.value).toBe(0);
    const small = tables.get('drawn.pixel-density-5')?.systems.get('ppocr')?.readings ?? [];
    expect(small).toHaveLength(2);
    // Boxes are in pixels of the picture as published, whatever the condition.
    const boxes = tables.get('drawn.pixel-density-100')?.systems.get('ppocr')?.readings ?? [];
    expect(Math.max(...boxes.flatMap(({ found }) => found.map(({ box }) => box[2])))).toBeGreaterThan(160);
  },
);
