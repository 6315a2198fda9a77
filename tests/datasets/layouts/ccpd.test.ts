import { expect, it } from 'vitest';
import { platesOf, readLayout } from './read-layout.js';

const LAYOUT = { reader: 'ccpd' };
const NAME = '025-95_113-154&383_386&473-386&473_177&454_154&383_363&402-0_0_22_27_27_33_16-37-15.jpg';
const GREEN = '0136360677083-95_103-255&434_432&512-432&512_267&494_255&434_424&449-0_0_3_25_24_24_24_24-98-234.jpg';

it('reads the example of the dataset: corners from top left, the subset, no plate in ccpd_np', async () => {
  const samples = await readLayout(
    {
      [`CCPD2019/ccpd_base/${NAME}`]: 'x',
      [`CCPD2020/ccpd_green/train/${GREEN}`]: 'y',
      'CCPD2019/ccpd_np/1.jpg': 'z',
      'CCPD2019/README.md': 'r',
    },
    LAYOUT,
  );
  expect(platesOf(samples)).toEqual([
    {
      id: `CCPD2019/ccpd_base/${NAME}`,
      here: true,
      plates: [
        {
          box: [154, 383, 386, 473],
          corners: [
            [154, 383],
            [363, 402],
            [386, 473],
            [177, 454],
          ],
          text: '皖AY339S',
        },
      ],
      attributes: { tilt: '95_113', brightness: '37', blurriness: '15', subset: 'ccpd_base' },
    },
    { id: 'CCPD2019/ccpd_np/1.jpg', here: true, plates: [], attributes: { subset: 'ccpd_np' } },
    expect.objectContaining({
      plates: [expect.objectContaining({ text: '皖AD10000' })],
      attributes: { tilt: '95_103', brightness: '98', blurriness: '234', subset: 'ccpd_green' },
    }),
  ]);
});

it('takes the subset from the root, and "no character" as no character', async () => {
  const name = NAME.replace('-0_0_22_27_27_33_16-', '-33_24_22_27_27_33_34-');
  const [sample] = await readLayout({ [`ccpd_blur/${name}`]: 'x' }, { ...LAYOUT, root: 'ccpd_blur' });
  expect(sample).toMatchObject({ id: name, plates: [{ text: 'Y339' }], attributes: { subset: 'ccpd_blur' } });
});

it('reads a vertex that is left of the picture', async () => {
  const name = NAME.replace('177&454', '-7&454');
  const [sample] = await readLayout({ [name]: 'x' }, LAYOUT);
  expect(sample?.plates?.[0]?.corners?.[3]).toEqual([-7, 454]);
});

it.each([
  ['holiday.jpg', 'mine/holiday.jpg: expected a name of seven parts as CCPD has'],
  [NAME.replace('154&383_386', '154&383-386'), 'expected a name of seven parts'],
  [NAME.replace('-95_', '--95_'), 'expected a name of seven parts'],
  [NAME.replace('_33_16', '_99_16'), 'expected the index of character 6 of the plate to be below 35, found 99'],
  [NAME.replace('154&383_386&473', '386&383_154&473'), 'expected a plate of at least some width and height'],
  [NAME.replace('0_0_22_27_27_33_16', '33_24_34_34_34_34_34'), 'the number of the plate has no character'],
])('refuses %s', async (name, message) => {
  await expect(readLayout({ [name]: 'x' }, LAYOUT)).rejects.toThrow(message);
});
