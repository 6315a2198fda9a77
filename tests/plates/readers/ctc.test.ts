import { describe, expect, it } from 'vitest';
import { openCtc } from '../../../src/plates/readers/ctc.js';
import { pictureOf } from '../../images/fixtures.js';
import { readerCard } from '../cards.js';
import { fakeNetwork, tensorOf } from '../fake-network.js';

const card = { ...(await readerCard('ppocr-v4-rec')), alphabet: 'AB' };
const companions = new Map([['ppocr_keys_v1.txt', new TextEncoder().encode('A\nB\n')]]);
/** Steps of the blank, A, B and the space. */
const says = (...columns: number[]) =>
  tensorOf(
    [1, columns.length, 4],
    columns.flatMap((column) => [0, 1, 2, 3].map((c) => (c === column ? 0.7 : 0.1))),
  );

describe('openCtc', () => {
  it('takes crops by the shape of the plate, 48 high, and follows narrow ones with middle grey', async () => {
    const network = fakeNetwork(() => says(1, 0, 2));
    const { read, cropSize } = await openCtc({ card, network, companions });
    expect([cropSize(4), cropSize(0.2), cropSize(99), cropSize(Number.NaN)]).toEqual([
      [192, 48],
      [48, 48],
      [576, 48],
      [48, 48],
    ]);
    expect((await read(pictureOf(192, 48, () => 255))).text).toBe('AB');
    const { data, dims } = network.fed.at(-1)!;
    expect(dims).toEqual([1, 3, 48, 320]);
    expect([data[0], data[191], data[192], data[319], data[320]]).toEqual([1, 1, 0, 0, 1]);
    await read(pictureOf(400, 48, () => 0));
    expect(network.fed.at(-1)!.dims).toEqual([1, 3, 48, 400]);
  });

  it('reads two lines one after the other, unless they are likelier one line', async () => {
    let whole = says(0);
    const network = fakeNetwork(({ data }) => (data[0] === 1 ? says(1) : data[0] === -1 ? says(2, 2) : whole));
    const { read, cropSize } = await openCtc({ card, network, companions });
    expect(cropSize(1.5, 2)).toEqual([144, 96]);
    // Seen as one line, the first pixel mixes what the first two rows of the crop show: white and black.
    const crop = pictureOf(144, 96, (_, y) => (y === 0 || (y > 1 && y < 48) ? 255 : 0));
    expect((await read(crop, 2)).text).toBe('AB');
    whole = tensorOf([1, 1, 4], [0, 0, 0.9, 0.1]);
    expect((await read(crop, 2)).text).toBe('B');
  });

  it('refuses crops of another height, or width', async () => {
    const { read } = await openCtc({ card, network: fakeNetwork(() => says(1)), companions });
    await expect(read(pictureOf(64, 32, () => 0))).rejects.toThrow(RangeError);
    await expect(read(pictureOf(65, 48, () => 0))).rejects.toThrow('got 65x48');
  });

  it('refuses at once what does not fit the card', async () => {
    const network = fakeNetwork(() => tensorOf([1, 1, 7], Array(7).fill(0)));
    await expect(openCtc({ card, network, companions })).rejects.toThrow(
      'does not give what a ctc reader gives (steps of 4 characters [1, n, 4]), found output [1, 1, 7];',
    );
    await expect(openCtc({ card, network, companions, allowed: new Set('ÄÜ') })).rejects.toThrow(
      'can write none of "ÄÜ", as ppocr_keys_v1.txt lists none of them',
    );
    await expect(openCtc({ card: { ...card, companions: [] }, network, companions })).rejects.toThrow(
      'has 0 companions, a ctc reader needs the list of its characters',
    );
  });
});
