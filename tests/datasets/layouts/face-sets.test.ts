import { describe, expect, it } from 'vitest';
import { markAligned } from '../../../src/datasets/aligned-faces.js';
import type { Sample } from '../../../src/datasets/sample.js';
import { ALIGNED_112 } from '../../../src/images/marked-face.js';
import { folderWith, grey, readLayout } from './read-layout.js';

const brief = (samples: readonly Sample[]) =>
  samples.map(({ id, path, subject, attributes }) => [
    id,
    path === undefined ? 'missing' : path.split(/[\\/]/).length,
    subject,
    attributes,
  ]);

describe('the layouts of known sets of faces', () => {
  it('cfp: people by number, frontal and profile; points and lists are no pictures', async () => {
    const samples = await readLayout(
      {
        'Data/Images/002/profile/04.jpg': 'a',
        'Data/Images/001/frontal/01.jpg': 'b',
        'Data/Fiducials/001/frontal/01.txt': 'c',
        'Data/Fiducials/001/frontal/01.jpg': 'd',
        'Protocol/Pair_list_F.txt': 'e',
      },
      { reader: 'cfp' },
    );
    expect(brief(samples)).toEqual([
      ['001/frontal/01.jpg', 5, '001', { pose: 'frontal' }],
      ['002/profile/04.jpg', 5, '002', { pose: 'profile' }],
    ]);
  });

  it('name-number: the person is what comes before the number; a misspelt name says nobody', async () => {
    const samples = await readLayout(
      {
        'aligned images/Ann_Lee_0002.jpg': 'a',
        'aligned images/Bo_1.jpg': 'b',
        'aligned images/Leni_Bjorklund-2.jpg': 'c',
        'images/Ann_Lee_0002.jpg': 'd',
      },
      { reader: 'name-number', root: 'aligned images' },
    );
    expect(brief(samples)).toEqual([
      ['Ann_Lee_0002.jpg', 2, 'Ann_Lee', {}],
      ['Bo_1.jpg', 2, 'Bo', {}],
      ['Leni_Bjorklund-2.jpg', 2, undefined, {}],
    ]);
  });

  it('agedb: number, name, age and gender; another name is refused', async () => {
    const files = { '0_MariaCallas_35_f.jpg': 'a', '10003_O_Brien_101_m.jpg': 'b', 'dataset_meta/x.mat': 'c' };
    expect(brief(await readLayout(files, { reader: 'agedb' }))).toEqual([
      ['0_MariaCallas_35_f.jpg', 1, 'MariaCallas', { age: '35', gender: 'female' }],
      ['10003_O_Brien_101_m.jpg', 1, 'O_Brien', { age: '101', gender: 'male' }],
    ]);
    await expect(readLayout({ ...files, 'me.jpg': 'x' }, { reader: 'agedb' })).rejects.toThrow(
      'mine/me.jpg: expected a name as AgeDB has',
    );
  });

  it('rfw: the race is the folder, the person the next one', async () => {
    const samples = await readLayout(
      {
        'test/data/African/m.0a/m.0a_0001.jpg': 'a',
        'test/data/Asian/m.0b/m.0b_0003.jpg': 'b',
        'test/data/Other/m.0c/m.0c_0001.jpg': 'c',
        'test/txts/African/African_pairs.txt': 'd',
      },
      { reader: 'rfw' },
    );
    expect(brief(samples)).toEqual([
      ['African/m.0a/m.0a_0001.jpg', 5, 'm.0a', { race: 'African' }],
      ['Asian/m.0b/m.0b_0003.jpg', 5, 'm.0b', { race: 'Asian' }],
    ]);
  });

  it('refuses two copies of one set beside each other', async () => {
    const files = { 'test/data/Asian/m.0b/m.0b_0003.jpg': 'a', 'test_aligned/data/Asian/m.0b/m.0b_0003.jpg': 'b' };
    await expect(readLayout(files, { reader: 'rfw' })).rejects.toThrow(
      'mine: test/data/Asian/m.0b/m.0b_0003.jpg and test_aligned/data/Asian/m.0b/m.0b_0003.jpg are both the sample Asian/m.0b/m.0b_0003.jpg; import the folder of one of the copies.',
    );
  });

  it('scface: mugshots, and cameras at three distances; what repeats pictures is left alone', async () => {
    const cameras = {
      'surveillance_cameras_distance_1/cam_1/001_cam1_1.jpg': 'a',
      'surveillance_cameras_distance_3/cam_7/130_cam7_3.jpg': 'b',
      'surveillance_cameras_all/001_cam1_1.jpg': 'c',
      'surveillance_cameras_IR_cam8/001_cam8.jpg': 'd',
      'mugshot_rotation_all/001_L4.jpg': 'e',
      'mugshot_frontal_cropped_all/001_frontal.JPG': 'f',
    };
    const seen = (mugshot: string) => [
      [mugshot, 2, '001', { camera: 'mugshot', distance: 'mugshot', light: 'visible' }],
      ['001_cam1_1.jpg', 3, '001', { camera: 'cam1', distance: '1', light: 'visible' }],
      ['130_cam7_3.jpg', 3, '130', { camera: 'cam7', distance: '3', light: 'infrared' }],
    ];
    const byId = (rows: unknown[][]) => rows.sort((p, q) => (String(p[0]) < String(q[0]) ? -1 : 1));
    expect(brief(await readLayout(cameras, { reader: 'scface' }))).toEqual(byId(seen('001_frontal.JPG')));
    const both = { ...cameras, 'mugshot_frontal_original_all/001_frontal.jpg': 'g' };
    expect(brief(await readLayout(both, { reader: 'scface' }))).toEqual(byId(seen('001_frontal.jpg')));
  });

  it('tinyface: the person is the first number; each distractor is somebody', async () => {
    const files = {
      'Testing_Set/Gallery_Match/12_1.jpg': 'a',
      'Testing_Set/Probe/12_2.jpg': 'b',
      'Testing_Set/Gallery_Distractor/1_1_x_3_4_face0.jpg': 'c',
      'Testing_Set/probe_img_ID_pairs.mat': 'd',
      'Training_Set/5/5_1.jpg': 'e',
    };
    expect(brief(await readLayout(files, { reader: 'tinyface' }))).toEqual([
      ['Gallery_Distractor/1_1_x_3_4_face0.jpg', 3, 'distractor 1_1_x_3_4_face0.jpg', { part: 'Gallery_Distractor' }],
      ['Gallery_Match/12_1.jpg', 3, '12', { part: 'Gallery_Match' }],
      ['Probe/12_2.jpg', 3, '12', { part: 'Probe' }],
    ]);
    await expect(readLayout({ ...files, 'Testing_Set/Probe/me.jpg': 'x' }, { reader: 'tinyface' })).rejects.toThrow(
      'mine/Testing_Set/Probe/me.jpg: expected a name as TinyFace has',
    );
  });

  it('flickr-accounts: the account stands for the subject', async () => {
    const samples = await readLayout(
      {
        'FlickrFinal2/901/9019583@N08/8032652775_0.jpg': 'a',
        'FlickrFinal2/901/9019583@N08/1_0.json': 'b',
        'other/1.jpg': 'c',
      },
      { reader: 'flickr-accounts' },
    );
    expect(brief(samples)).toEqual([['FlickrFinal2/901/9019583@N08/8032652775_0.jpg', 4, 'account 9019583@N08', {}]]);
  });
});

const FACES =
  '1.jpg 46.060 62.026 87.785 60.323 68.851 77.656 52.162 99.875 86.450 98.648 0.999\n2.jpg 1 2 3 4 5 6 7 8 9 10 0.5\n3.jpg 1 2 3 4 5 6 7 8 9 10 0.1\n';
const IJB = {
  'loose_crop/1.jpg': 'a',
  'loose_crop/2.jpg': 'b',
  'meta/ijbc_name_5pts_score.txt': FACES,
  'meta/ijbc_face_tid_mid.txt': '1.jpg 1 69544\n2.jpg 1 70000\n3.jpg 2 70001\n',
};
const LISTS = {
  'meta/ijbc_1N_gallery_G1.csv': 'TEMPLATE_ID,SUBJECT_ID,FILENAME\n1,77,img/1.jpg\n1,77,frames/2.png\n',
  'meta/ijbc_1N_gallery_G2.csv': 'TEMPLATE_ID,SUBJECT_ID,FILENAME\n2,88,img/3.jpg\n',
};

describe('ijb', () => {
  it('marks faces, and says of which template and medium each is', async () => {
    const samples = await readLayout(IJB, { reader: 'ijb' });
    expect(brief(samples)).toEqual([
      ['1.jpg', 2, undefined, { template: '1', medium: '69544' }],
      ['2.jpg', 2, undefined, { template: '1', medium: '70000' }],
      ['3.jpg', 'missing', undefined, { template: '2', medium: '70001' }],
    ]);
    expect(samples[0]?.face).toEqual({
      points: [
        [46.06, 62.026],
        [87.785, 60.323],
        [68.851, 77.656],
        [52.162, 99.875],
        [86.45, 98.648],
      ],
      score: 0.999,
    });
  });

  it('takes subjects from the lists of searches, where they are', async () => {
    const samples = await readLayout({ ...IJB, ...LISTS }, { reader: 'ijb' });
    expect(samples.map(({ subject }) => subject)).toEqual(['77', '77', '88']);
  });

  it.each([
    [
      'meta/ijbc_name_5pts_score.txt',
      '1.jpg 1 2 3\n',
      /ijbc_name_5pts_score\.txt, line 1: expected a picture, five points and a score/,
    ],
    ['meta/ijbc_name_5pts_score.txt', FACES.replace('0.999', 'x'), /line 1: expected a picture, five points/],
    [
      'meta/ijbc_face_tid_mid.txt',
      '1.jpg 1\n',
      /ijbc_face_tid_mid\.txt, line 1: expected a picture, its template and its medium/,
    ],
    ['meta/ijbc_face_tid_mid.txt', '9.jpg 1 2\n', /has no points of 9\.jpg/],
    [
      'meta/ijbc_1N_gallery_G2.csv',
      'TEMPLATE_ID,SUBJECT_ID\n1,88\n',
      /template 1 is of subject 88, and of 77 in another list/,
    ],
    [
      'meta/ijbc_1N_gallery_G2.csv',
      'TEMPLATE_ID,SUBJECT_ID\nx,88\n',
      /ijbc_1N_gallery_G2\.csv, line 2: expected TEMPLATE_ID,SUBJECT_ID/,
    ],
  ])('refuses %s that says "%s"', async (path, text, message) => {
    await expect(readLayout({ ...IJB, ...LISTS, [path]: text }, { reader: 'ijb' })).rejects.toThrow(message);
  });

  it('refuses a copy without its lists', async () => {
    const { 'meta/ijbc_face_tid_mid.txt': _, ...without } = IJB;
    await expect(readLayout(without, { reader: 'ijb' })).rejects.toThrow(/holds no file meta\/.*_face_tid_mid/);
  });
});

it('aligned faces are marked in proportion; what is not square, or no picture, is not', async () => {
  const folder = folderWith({
    'a.png': await grey(112, 112),
    'b.png': await grey(224, 224),
    'c.png': await grey(96, 112),
    'd.png': 'x',
  });
  const samples = ['a', 'b', 'c', 'd'].map((name) => ({ id: name, path: `${folder}/${name}.png`, attributes: {} }));
  const marked = await markAligned([...samples, { id: 'e', attributes: {} }]);
  expect(marked.map(({ face }) => face?.points)).toEqual([
    ALIGNED_112,
    ALIGNED_112.map(([x, y]) => [2 * x, 2 * y]),
    undefined,
    undefined,
    undefined,
  ]);
});
