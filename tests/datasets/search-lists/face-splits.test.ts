import { expect, it } from 'vitest';
import { ijb } from '../../../src/datasets/search-lists/ijb.js';
import { tinyface } from '../../../src/datasets/search-lists/tinyface.js';

const HEAD = 'TEMPLATE_ID,SUBJECT_ID,FILENAME\n';
const LISTS = new Map([
  ['ijbc_1N_gallery_G2.csv', `${HEAD}3,30,a.jpg\n`],
  ['ijbc_1N_gallery_G1.csv', `${HEAD}1,10,a.jpg\n1,10,b.jpg\n2,20,c.jpg\n`],
  ['ijbc_1N_probe_mixed.csv', `${HEAD}4,10,a.jpg\n5,30,b.jpg\n5,30,c.jpg\n`],
]);

it('ijb: two galleries with the same probes, each template once', () => {
  const probes = [
    { sample: '4', subject: '10' },
    { sample: '5', subject: '30' },
  ];
  expect(ijb.read(LISTS, 'meta')).toEqual([
    {
      name: 'G1',
      gallery: [
        { sample: '1', subject: '10' },
        { sample: '2', subject: '20' },
      ],
      probes,
      training: [],
    },
    { name: 'G2', gallery: [{ sample: '3', subject: '30' }], probes, training: [] },
  ]);
  const named = ['ijbb_1N_gallery_S1.csv', 'ijbb_1N_probe_mixed.csv', 'ijbc_1N_probe_img.csv', 'ijbc_face_tid_mid.txt'];
  expect(named.map(ijb.reads)).toEqual([true, true, false, false]);
});

it('ijb: refuses a missing gallery, and a template of two subjects', () => {
  const without = new Map([...LISTS].filter(([path]) => !path.includes('G2')));
  expect(() => ijb.read(without, 'meta')).toThrow('meta: expected two galleries');
  const twice = new Map([...LISTS, ['ijbc_1N_gallery_G2.csv', `${HEAD}3,30,a\n3,31,b\n`]]);
  expect(() => ijb.read(twice, 'meta')).toThrow(
    'meta/ijbc_1N_gallery_G2.csv, line 3: template 3 is of subject 31 here and of 30 above',
  );
});

it('tinyface: the folders say who is enrolled', () => {
  const paths = ['Gallery_Match/1_1.jpg', 'Gallery_Distractor/7_8_face1.jpg', 'Probe/1_2.jpg'].map(
    (path) => `Testing_Set/${path}`,
  );
  expect(tinyface.read(new Map(paths.map((path) => [path, ''])), 't')).toEqual([
    {
      name: 'testing set',
      gallery: [
        { sample: 'Gallery_Match/1_1.jpg', subject: '1' },
        { sample: 'Gallery_Distractor/7_8_face1.jpg', subject: 'distractor 7_8_face1.jpg' },
      ],
      probes: [{ sample: 'Probe/1_2.jpg', subject: '1' }],
      training: [],
    },
  ]);
  expect(() => tinyface.read(new Map(), 't')).toThrow(
    't: expected pictures in Gallery_Match and in Probe, found 0 and 0',
  );
});
