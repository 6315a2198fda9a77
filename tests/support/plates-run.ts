import type { PlateReading } from '../../src/plates/plate.js';
import type { PlateLabels } from '../../src/results/plates/label-table.js';
import type { PictureReadings } from '../../src/results/plates/reading-table.js';
import type { TaskRecord } from '../../src/results/run-record.js';
import type { RunTables } from '../../src/results/run-tables.js';
import { type MadeUpRun, type RunParts, runOf, signed } from './run.js';

const BOX = [100, 100, 200, 130] as const;
/** Overlaps BOX by a third. */
const HALF_OFF = [150, 100, 250, 130] as const;

export function reading(text: string, confidence = 0.9): PlateReading {
  const characters = [...text].map(() => 0.95);
  return {
    text,
    confidence,
    characters,
    ranked: [
      { text, confidence },
      { text: `${text}X`, confidence: 0.01 },
    ],
  };
}

interface Case {
  readonly light: string;
  readonly text: string;
  readonly found?: readonly { readonly box?: readonly [number, number, number, number]; readonly text: string }[];
  readonly given?: string;
  readonly failure?: string;
}

/** Every way in which a reading of plates goes right or wrong, once or more; B0O1I8S5 is that of the issue of O and 0. */
const CASES: readonly Case[] = [
  ...Array.from({ length: 8 }, (_, k): Case => ({ light: 'day', text: `BG10${k}AX`, found: [{ text: `BG10${k}AX` }] })),
  { light: 'day', text: 'B0O1I8S5', found: [{ text: 'B001I8S5' }], given: 'B001I8S5' },
  { light: 'day', text: 'NS200KA', found: [{ text: 'NS200K' }], given: 'NS200K' },
  { light: 'night', text: 'NS201KB', found: [{ text: 'NS201KBB' }], given: 'NS201KBB' },
  { light: 'night', text: 'NS202KC', found: [{ text: 'NS2O7KC' }], given: 'NS2O7KC' },
  { light: 'night', text: 'NS203KD', found: [{ text: 'X' }], given: 'NS203KD' },
  { light: 'night', text: 'NS204KE', found: [{ text: '' }], given: '' },
  { light: 'night', text: 'NS205KF', found: [{ box: HALF_OFF, text: 'NS205KF' }] },
  { light: 'night', text: 'NS206KG', found: [], given: 'NS206KG' },
  { light: 'night', text: 'NS207KH', failure: 'unreadable' },
  { light: 'night', text: 'BG100AX', found: [{ text: 'BG100AX' }, { text: 'TAXI' }] },
];

export const PLATE_LABELS: PlateLabels = {
  attributes: ['light'],
  pictures: [
    ...CASES.map(({ light, text }, index) => ({
      sample: `p${String(index).padStart(2, '0')}.jpg`,
      attributes: [light],
      plates: [{ box: BOX, text, vehicle: text }],
    })),
    { sample: 'q.jpg', attributes: ['day'], plates: [] },
  ],
};

/** What a system makes of them; `better` reads all of it right. */
export function plateReadings(better = false): PictureReadings[] {
  const pictures = CASES.map(({ text, found = [], given = text, failure = '' }, index): PictureReadings => {
    const sample = `p${String(index).padStart(2, '0')}.jpg`;
    if (better) {
      return { sample, failure: '', found: [{ box: BOX, score: 0.9, reading: reading(text) }], given: [reading(text)] };
    }
    if (failure !== '') return { sample, failure, found: [], given: [null] };
    return {
      sample,
      failure,
      found: found.map((plate, k) => ({
        box: plate.box ?? (k === 0 ? BOX : [300, 300, 400, 330]),
        score: 0.9 - k / 10,
        reading: reading(plate.text, 0.9 - index / 100),
      })),
      given: [reading(given)],
    };
  });
  return [...pictures, { sample: 'q.jpg', failure: '', found: [], given: [] }];
}

export const PLATES_TASK: TaskRecord = signed({
  id: 'plates',
  title: 'Made-up plates',
  protocol: 'plates',
  dataset: 'made-up',
  at: [],
  level: 0.95,
  plates: { labels: 18, pictures: 19, vehicles: 17, iou: 0.5, groups: ['light'] },
});

/** The tables of a run of two systems, of which the second reads everything right. */
export function platesTables(): RunTables {
  const systems = new Map(
    [false, true].map((better) => [
      better ? 'right' : 'mixed',
      { comparisons: [], samples: [], readings: plateReadings(better) },
    ]),
  );
  return new Map([[PLATES_TASK.id, { systems, labels: PLATE_LABELS }]]);
}

/** A whole run of plates. */
export function platesRun(change?: RunParts['change']): MadeUpRun {
  const parts = { tasks: [PLATES_TASK], systems: [], plateSystems: ['mixed', 'right'] };
  return runOf(platesTables(), { ...parts, ...(change ? { change } : {}) });
}
