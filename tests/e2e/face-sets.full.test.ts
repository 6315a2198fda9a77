import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { alignFace } from '../../src/faces/align.js';
import { openFaceDetector } from '../../src/faces/detectors/detectors.js';
import type { FivePoints } from '../../src/faces/face.js';
import type { Picture } from '../../src/images/picture.js';
import { pythonTwoArrays } from '../catalog/insightface-bin/python-two.js';
import { detectorCard, realBytes, realFile } from '../faces/cards.js';
import { LONDON, londonPictures } from '../faces/london.js';
import { opening } from '../runtimes/opening.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { runTwice } from '../support/run-twice.js';

const real = Boolean(realFile(LONDON) && realFile('mobilefacenet_y1.onnx') && realFile('det_500m.onnx'));
const mirror = process.env.FALSEMATCH_MIRROR;
const folder = temporaryFolder();
const home = join(folder, 'home');
const PEOPLE = 16;
/** Who is nobody else's mate. */
const CROWD = 4;

/** A person's two pictures: encoded, cut out, and where the face is. */
interface Seen {
  readonly person: string;
  readonly picture: Buffer;
  readonly crop: Buffer;
  readonly points: FivePoints;
}

const seen: Seen[] = [];

const png = ({ data, width, height }: Picture) =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function card(name: string, fields: object): void {
  const licence = { name: 'as the London set', use: 'any' };
  const access = { ask: 'https://example.org', terms: 'none' };
  put(
    `home/cards/datasets/${name}.yaml`,
    stringify({ name, title: name, kind: 'faces', licence, consent: 'given', access, ...fields }),
  );
}

function suite(name: string, tasks: readonly object[], defaults: object = { policy: 'given', flipSum: true }): void {
  const data = Object.fromEntries(tasks.map((task) => [String(Object(task).data), String(Object(task).data)]));
  put(
    `${name}.yaml`,
    stringify({ name, title: name, data, defaults, systems: [{ model: 'mobilefacenet-y1' }], tasks }),
  );
}

async function importSet(name: string, from: string): Promise<void> {
  const { code, stderr } = await cli(['datasets', 'import', name, '--from', from, '--home', home], { cwd: folder });
  expect([code, stderr]).toEqual([0, '']);
}

beforeAll(async () => {
  if (!real) return;
  const detectorOf = await detectorCard('scrfd-500m');
  const detector = await openFaceDetector(detectorOf, opening(detectorOf, realBytes(detectorOf.file.name)));
  for (const [id, picture] of await londonPictures(2 * (PEOPLE + CROWD))) {
    const points = (await detector.detect(picture))[0]?.points;
    if (!points) throw new Error('every London picture shows a face');
    const crop = await png(alignFace(picture, points, '112x112'));
    seen.push({ person: id.slice(0, 3), picture: await png(picture), crop, points });
  }
  await detector.release();
}, 60_000);

const of = (person: number, picture: 0 | 1) => seen[2 * person + picture] as Seen;
const value = (rows: Awaited<ReturnType<typeof runTwice>>['rows'], metric: string, task?: string) =>
  rows.find((row) => row.metric === metric && (task === undefined || row.task === task))?.value;

describe.skipIf(!real)('sets of faces as they are handed out', () => {
  it('a pack of InsightFace', async () => {
    const next = (k: number) => (k + 1) % PEOPLE;
    const pairs = Array.from({ length: PEOPLE }, (_, k) => [
      { pictures: [of(k, 0).crop, of(k, 1).crop], same: true },
      { pictures: [of(k, 0).crop, of(next(k), 1).crop], same: false },
    ]).flat();
    put(
      'small.bin',
      pythonTwoArrays(
        pairs.flatMap(({ pictures }) => pictures),
        pairs.map(({ same }) => same),
      ),
    );
    card('small-pack', {
      content: { files: 4 * PEOPLE + 1 },
      layout: { reader: 'pictures', aligned: 'arcface-112' },
      protocols: { pack: { type: 'pairs', format: 'csv', file: 'pairs.csv' } },
    });
    await importSet('small-pack', 'small.bin');
    suite('pack', [{ id: 'pack', protocol: 'pairs', data: 'small-pack', pairs: 'pack', at: ['1e-1'] }]);
    const { record, rows, stdout } = await runTwice('pack', { folder, home, mirror });
    expect(record.systems).toEqual([
      expect.objectContaining({ name: 'mobilefacenet-y1', policy: 'given', flipSum: true }),
    ]);
    expect(record.systems[0]).not.toHaveProperty('detector');
    expect(record.tasks[0]).toMatchObject({ comparisons: 2 * PEOPLE, pairs: 'small-pack/pairs.csv' });
    expect([value(rows, 'FTE'), value(rows, 'EER')]).toEqual([0, 0]);
    expect(value(rows, 'accuracy-10fold')).toBe(1);
    expect(stdout).toContain('mobilefacenet-y1');
    expect(readFileSync(join(folder, 'pack-1', 'report.md'), 'utf8')).toContain(
      'no detector: the faces that the dataset marks',
    );
  });

  it('IJB, with templates of several pictures, 1:1 and 1:N', async () => {
    // Template 10+k of person k is enrolled, 50+k is a probe of two media of which one has a picture that is not there.
    const lines: { file: string; template: number; medium: number; seen?: Seen }[] = [];
    for (let k = 0; k < PEOPLE; k += 1) {
      lines.push({ file: `${3 * k + 1}.jpg`, template: 10 + k, medium: 100 + k, seen: of(k, 0) });
      lines.push({ file: `${3 * k + 2}.jpg`, template: 50 + k, medium: 200 + k, seen: of(k, 1) });
      lines.push({ file: `${3 * k + 3}.jpg`, template: 50 + k, medium: 300 + k });
    }
    for (const { file, seen: one } of lines) if (one) put(`IJBC/loose_crop/${file}`, one.picture);
    const points = (one: Seen | undefined) =>
      (one?.points ?? of(0, 0).points)
        .flat()
        .map((x) => x.toFixed(3))
        .join(' ');
    put(
      'IJBC/meta/ijbc_name_5pts_score.txt',
      lines.map(({ file, seen: one }) => `${file} ${points(one)} 0.999\n`).join(''),
    );
    put(
      'IJBC/meta/ijbc_face_tid_mid.txt',
      lines.map(({ file, template, medium }) => `${file} ${template} ${medium}\n`).join(''),
    );
    const people = Array.from({ length: PEOPLE }, (_, k) => k);
    const pairs = people.flatMap((a) => people.map((b) => `${10 + a} ${50 + b} ${a === b ? 1 : 0}\n`));
    put('IJBC/meta/ijbc_template_pair_label.txt', pairs.join(''));
    const list = (templates: readonly number[]) =>
      `TEMPLATE_ID,SUBJECT_ID,FILENAME\n${templates.map((template) => `${template},${1000 + ((template - 10) % 40)},img/1.jpg\n`).join('')}`;
    const half = people.map((k) => 10 + k);
    put('IJBC/meta/ijbc_1N_gallery_G1.csv', list(half.slice(0, PEOPLE / 2)));
    put('IJBC/meta/ijbc_1N_gallery_G2.csv', list(half.slice(PEOPLE / 2)));
    put('IJBC/meta/ijbc_1N_probe_mixed.csv', list(people.map((k) => 50 + k)));
    await importSet('ijb-c', 'IJBC');
    suite('ijb', [
      { id: 'one-to-one', protocol: 'pairs', data: 'ijb-c', pairs: '11', at: ['1e-1'] },
      { id: 'one-to-n', protocol: 'search', data: 'ijb-c', search: '1n', at: ['2e-1'] },
    ]);
    const { record, rows, stdout } = await runTwice('ijb', { folder, home, mirror });
    expect(record.tasks.map(({ fusion }) => fusion)).toEqual([
      { templates: 2 * PEOPLE, media: 3 * PEOPLE, samples: 3 * PEOPLE, weight: 'plain' },
      { templates: 2 * PEOPLE, media: 3 * PEOPLE, samples: 3 * PEOPLE, weight: 'plain' },
    ]);
    expect(record.datasets[0]).toMatchObject({ samples: 3 * PEOPLE, subjects: PEOPLE });
    expect(record.tasks[0]?.comparisons).toBe(PEOPLE ** 2);
    expect([value(rows, 'FTE', 'one-to-one'), value(rows, 'EER', 'one-to-one')]).toEqual([0, 0]);
    for (const task of ['one-to-one', 'one-to-n']) {
      const left = rows.find((row) => row.task === task && row.metric === 'FTE-pictures');
      expect(left).toMatchObject({ errors: PEOPLE, trials: 3 * PEOPLE, over: 'pictures', subjects: PEOPLE });
    }
    expect(stdout).toMatch(new RegExp(`picture left out of a template +33\\.3% \\[.*\\] ${PEOPLE} of ${3 * PEOPLE}`));
    expect(value(rows, 'TPIR@rank', 'one-to-n')).toBe(1);
    expect(stdout).toContain('one-to-n');
    expect(readFileSync(join(folder, 'ijb-1', 'report.md'), 'utf8')).toContain(
      `What is compared are ${2 * PEOPLE} templates of ${3 * PEOPLE} pictures`,
    );
  });

  it('SCface, mugshots with the cameras of one distance', async () => {
    for (let k = 0; k < PEOPLE; k += 1) {
      const person = String(k + 1).padStart(3, '0');
      put(`SCface_database/mugshot_frontal_original_all/${person}_frontal.jpg`, of(k, 0).picture);
      for (const distance of [1, 3]) {
        put(
          `SCface_database/surveillance_cameras_distance_${distance}/cam_1/${person}_cam1_${distance}.jpg`,
          of(k, 1).picture,
        );
      }
    }
    await importSet('scface', 'SCface_database');
    const pairs = { mated: 1000, nonMated: 1000, references: { distance: 'mugshot' }, probes: { distance: '1' } };
    suite('scface', [{ id: 'far', protocol: 'pairs', data: 'scface', pairs, at: ['1e-1'] }], {
      detector: 'scrfd-500m',
    });
    const { record, rows } = await runTwice('scface', { folder, home, mirror });
    expect(record.tasks[0]?.pairs).toContain('of distance mugshot with distance 1');
    expect([record.tasks[0]?.comparisons, value(rows, 'EER')]).toEqual([PEOPLE ** 2, 0]);
  });

  it('TinyFace, all of whose probes are enrolled, among distractors', async () => {
    for (let k = 0; k < PEOPLE; k += 1) {
      if (k < 10) {
        put(`tinyface/Testing_Set/Gallery_Match/${k + 1}_1.png`, of(k, 0).crop);
        put(`tinyface/Testing_Set/Probe/${k + 1}_2.png`, of(k, 1).crop);
      } else put(`tinyface/Testing_Set/Gallery_Distractor/${k}_1_face0.png`, of(k, 0).crop);
    }
    card('small-tinyface', {
      layout: { reader: 'tinyface', aligned: 'arcface-112' },
      protocols: { 'testing-set': { type: 'splits', format: 'tinyface' } },
    });
    await importSet('small-tinyface', 'tinyface');
    suite('tinyface', [
      { id: 'search', protocol: 'search', data: 'small-tinyface', search: 'testing-set', at: ['1e-1'] },
    ]);
    const { record, rows, stdout } = await runTwice('tinyface', { folder, home, mirror });
    expect(record.tasks[0]?.search).toMatchObject({ kind: 'sizes', lists: 'small-tinyface' });
    expect([value(rows, 'TPIR@rank'), value(rows, 'gallery-size')]).toEqual([1, PEOPLE]);
    expect(rows.find(({ metric }) => metric === 'FNIR@FPIR')?.resolvable).toBe('no: There are no non-mated searches.');
    expect(stdout).toContain('list testing set: mate comes first (TPIR)');
  });

  it('MegaFace, whose people fill up a list and pass by another', async () => {
    for (let k = 0; k < CROWD; k += 1) {
      put(`FlickrFinal2/100/10054633@N0${k}/1_0.jpg`, of(PEOPLE + k, 0).picture);
      put(`FlickrFinal2/100/10054633@N0${k}/2_0.jpg`, of(PEOPLE + k, 1).picture);
    }
    await importSet('megaface-distractors', 'FlickrFinal2');
    const search = (data: object) => ({ protocol: 'search', data: 'scface', at: ['2e-1'], search: data });
    const data = { scface: 'scface', crowd: 'megaface-distractors' };
    const tasks = [
      { id: 'filled', ...search({ gallery: { subjects: 8, distractors: 'crowd' } }) },
      { id: 'passing', ...search({ gallery: { subjects: 8 }, probes: { passersBy: 'crowd' } }) },
    ];
    put(
      'crowd.yaml',
      stringify({ name: 'crowd', title: 'crowd', data, systems: [{ model: 'mobilefacenet-y1' }], tasks }),
    );
    const { record, rows } = await runTwice('crowd', { folder, home, mirror });
    const [filled, passing] = record.tasks;
    expect([filled?.search?.distractors?.dataset, passing?.search?.passersBy?.dataset]).toEqual([
      'megaface-distractors',
      'megaface-distractors',
    ]);
    expect(record.datasets.map(({ key }) => key)).toEqual(['scface', 'crowd']);
    expect([value(rows, 'gallery-size', 'filled'), value(rows, 'gallery-size', 'passing')]).toEqual([8 + 2 * CROWD, 8]);
    expect([value(rows, 'TPIR@rank', 'filled'), value(rows, 'TPIR@rank', 'passing')]).toEqual([1, 1]);
  });

  it('a pack that would run something is refused, and nothing is imported', async () => {
    put('evil.bin', Buffer.from('\x80\x02cposix\nsystem\n(U\x0atouch ownedtR.', 'latin1'));
    const { code, stderr } = await cli(['datasets', 'import', 'lfw-pack', '--from', 'evil.bin', '--home', home], {
      cwd: folder,
    });
    expect(code).toBe(2);
    expect(stderr).toBe(
      'evil.bin was refused and nothing of it was run: at byte 2 it has the pickle opcode GLOBAL, which names "posix.system" of Python; a pack of pictures is a list of encoded pictures and a list of booleans, so get it again from somebody whom you trust.\n',
    );
  });
});
