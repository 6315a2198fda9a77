import type { PlateReaderCard } from '../../catalog/model-card.js';
import { FalsematchError } from '../../files/errors.js';
import { cropPicture } from '../../images/crop.js';
import type { Picture } from '../../images/picture.js';
import { resizePicture } from '../../images/resize.js';
import { createTensorWriter, tensorLength } from '../../images/tensor.js';
import type { Tensor } from '../../runtimes/network.js';
import { onlyInput, wrongOutputs } from '../../runtimes/network-shape.js';
import type { PlateReading } from '../plate.js';
import { type CtcAlphabet, ctcText, joinReadings, likelierReading } from './ctc-text.js';
import type { OpenReader } from './plate-reader.js';

/** Widths are multiples of this, so that few sizes occur. */
const STEP = 8;
/** A plate is at most so many times as wide as high; wider crops are squeezed. */
const WIDEST = 12;

/**
 * PP-OCR's reader: one line of text, as high as the card's input, its width by the plate's shape; a narrower line than
 * the card's is followed by middle grey. Column 0 of its output is the blank, then come the characters of the companion
 * list, then the space. A plate of two lines is cut at half its height and read one half after the other,
 * and as one line too: detectors take plates with small print above and below for plates of two lines, and the likelier
 * text shows which it is.
 * Source: PaddleOCR, tools/infer/predict_rec.py (resize_norm_img) and ppocr/postprocess/rec_postprocess.py.
 */
export const openCtc: OpenReader = async ({ card, network, allowed, companions }) => {
  const [least, height] = card.input.size;
  const characters = listOf(card, companions);
  const alphabet = ctcAlphabet(card, characters, allowed ?? (card.alphabet ? new Set(card.alphabet) : undefined));
  const input = onlyInput(card, network);
  const columns = characters.length + 1;
  let feed: ReturnType<typeof createFeed> | undefined;

  const readLine = async (line: Picture): Promise<PlateReading> => {
    if (feed?.width !== line.width) feed = createFeed(card, line.width, Math.max(line.width, least));
    const outputs = await network.run({ [input]: feed.write(line) });
    const [output, ...others] = Object.values(outputs);
    if (
      !output ||
      others.length > 0 ||
      output.dims.length !== 3 ||
      output.dims[0] !== 1 ||
      output.dims[2] !== columns
    ) {
      throw wrongOutputs(card, `steps of ${columns} characters [1, n, ${columns}]`, outputs);
    }
    return ctcText(output.data, columns, alphabet);
  };
  // A card that does not fit its model is a mistake to be told at once, not a failure of every picture.
  await readLine({ width: STEP, height, data: new Uint8Array(STEP * height * 3) });

  return {
    cropSize(aspect, lines = 1) {
      // Written so that NaN gives the narrowest.
      const lineAspect = aspect * lines > 1 ? Math.min(aspect * lines, WIDEST) : 1;
      return [Math.ceil((height * lineAspect) / STEP) * STEP, height * lines];
    },
    async read(crop, lines = 1) {
      if (crop.height !== height * lines || crop.width % STEP !== 0 || crop.width > WIDEST * height) {
        throw new RangeError(
          `the reader takes ${height * lines} rows and a multiple of ${STEP} columns up to ${WIDEST * height}, got ${crop.width}x${crop.height}`,
        );
      }
      if (lines === 1) return readLine(crop);
      const upper = await readLine(cropPicture(crop, 0, 0, crop.width, height));
      const halves = joinReadings(upper, await readLine(cropPicture(crop, 0, height, crop.width, height)));
      return likelierReading(halves, await readLine(resizePicture(crop, crop.width / 2, height)));
    },
  };
};

/** Writes lines of one width into a tensor that may be wider. */
function createFeed({ input }: PlateReaderCard, width: number, fedWidth: number) {
  const height = input.size[1];
  const tensor: Tensor = { data: new Float32Array(3 * height * fedWidth), dims: [1, 3, height, fedWidth] };
  const sized = { ...input, size: [width, height] as [number, number] };
  const writePlanes = createTensorWriter(sized);
  const planes = new Float32Array(tensorLength(sized));
  return {
    width,
    write(line: Picture): Tensor {
      writePlanes(line, planes);
      // Beyond the line the tensor keeps its zeros, which are middle grey.
      for (let row = 0; row < 3 * height; row++) {
        tensor.data.set(planes.subarray(row * width, (row + 1) * width), row * fedWidth);
      }
      return tensor;
    },
  };
}

/** The characters of the companion list, one a line, and the space after them. */
function listOf(card: PlateReaderCard, companions: ReadonlyMap<string, Uint8Array>): string[] {
  const [list] = card.companions;
  const bytes = list && companions.get(list.name);
  if (bytes === undefined) {
    throw new FalsematchError(
      `The card of the model "${card.name}" has ${card.companions.length} companions, a ctc reader needs the list of its characters; name it under "companions".`,
    );
  }
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return [...lines, ' '];
}

function ctcAlphabet(card: PlateReaderCard, characters: readonly string[], allowed?: ReadonlySet<string>): CtcAlphabet {
  if (allowed === undefined) return { characters };
  if (!characters.some((character) => allowed.has(character))) {
    throw new FalsematchError(
      `The model "${card.name}" can write none of "${[...allowed].join('')}", as ${card.companions[0]?.name} lists none of them; correct the alphabet that it may use.`,
    );
  }
  return {
    characters,
    allowed: Uint8Array.from(['', ...characters], (c, column) => Number(column === 0 || allowed.has(c))),
  };
}
