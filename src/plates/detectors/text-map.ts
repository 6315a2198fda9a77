import { boxAround, type Point } from '../../images/box.js';
import { leastRectangle, rectangleOutline, type TurnedRectangle } from '../../images/least-rectangle.js';
import type { Picture } from '../../images/picture.js';
import { resizeInto } from '../../images/resize.js';
import { createTensorWriter, tensorLength } from '../../images/tensor.js';
import type { Tensor } from '../../runtimes/network.js';
import { onlyInput, wrongOutputs } from '../../runtimes/network-shape.js';
import type { DetectedPlate } from '../plate.js';
import type { OpenCandidates } from './candidates.js';
import { joinLines, type TextLine, withoutSmallPrint } from './text-lines.js';
import { textRegions } from './text-regions.js';

/** Sides of the input are multiples of this. */
const STEP = 32;
/** A pixel of the map above this is text. PaddleOCR: det_db_thresh. */
const TEXT = 0.3;
/** The map marks a shrunken line: it grows by its area times this over its circumference. PaddleOCR: det_db_unclip_ratio. */
const UNCLIP = 1.5;

/**
 * The network draws its map at a quarter of the size and smooths it to full size, so that a region reaches further on each
 * side, in pixels of the map; found with drawn plates of 40 to 240 pixels, whose lines then come out a tenth off.
 */
const SMEAR = 2.5;

/** A line that may be a plate's: width over height; the shares of the picture's height, and pixels; its slope. */
const PLATE_LIKE = { leastAspect: 1.5, mostAspect: 10, leastPixels: 6, mostOfPicture: 1 / 3, mostTilt: 35 } as const;

/**
 * From the line of text to the plate's outline, on each side, in heights of the line: between European plates (0.5 and
 * 0.2) and those of the United States with their smaller lines above and below (0.3 and 0.7), nearer to the former.
 */
const OUTLINE = { x: 0.4, y: 0.3 } as const;

/**
 * PP-OCR's text detector (differentiable binarisation, Liao et al. 2020), which knows no plates: a line of text counts as
 * one when its shape, size and slope may be a plate's; lines side by side are taken for one, and the small print above
 * and below another line for none, so a plate of two lines counts as two. The plate's corners are those of the line's
 * rectangle grown by fixed parts of its height. The score is the map's mean over the line.
 * The picture is given in its own size, reduced to the card's largest, each side rounded to a multiple of 32.
 */
export const openTextMap: OpenCandidates = (card, network) => {
  const input = onlyInput(card, network);
  let feed: ReturnType<typeof createFeed> | undefined;
  return async (picture) => {
    const [width, height] = fedSize(picture, card.input.size);
    if (feed?.width !== width || feed.height !== height) feed = createFeed(card.input, width, height);
    const outputs = await network.run({ [input]: feed.write(picture) });
    const [map, ...others] = Object.values(outputs);
    if (map === undefined || others.length > 0 || map.dims.join() !== [1, 1, height, width].join()) {
      throw wrongOutputs(card, `a map [1, 1, ${height}, ${width}]`, outputs);
    }
    const scale: Point = [picture.width / width, picture.height / height];
    const lines: TextLine[] = [];
    for (const { outline, score } of textRegions(map.data, width, height, TEXT)) {
      const place = leastRectangle(outline.map(([x, y]) => [x * scale[0], y * scale[1]] as const));
      if (place && score >= card.scoreThreshold) lines.push({ place: unclip(place, SMEAR * scale[0]), score });
    }
    const plates = joinLines(lines).filter(({ place }) => isPlateLike(place, picture));
    return withoutSmallPrint(plates).map(plateOf);
  };
};

/** The picture's size, or the largest that the card allows in its shape, each side the nearest multiple of 32. */
function fedSize(
  picture: Picture,
  [mostWidth, mostHeight]: readonly [number, number],
): [width: number, height: number] {
  const scale = Math.min(1, mostWidth / picture.width, mostHeight / picture.height);
  const side = (length: number): number => Math.max(STEP, Math.round((length * scale) / STEP) * STEP);
  return [side(picture.width), side(picture.height)];
}

function createFeed(input: Parameters<typeof createTensorWriter>[0], width: number, height: number) {
  const sized = { ...input, size: [width, height] as [number, number] };
  const canvas = { width, height, data: new Uint8Array(width * height * 3) };
  const write = createTensorWriter(sized);
  const tensor: Tensor = { data: new Float32Array(tensorLength(sized)), dims: [1, 3, height, width] };
  return {
    width,
    height,
    write(picture: Picture): Tensor {
      resizeInto(picture, width, height, canvas.data, width);
      write(canvas, tensor.data);
      return tensor;
    },
  };
}

/** The whole line of a region in the map, which is smeared by so many pixels of the picture on each side. */
function unclip({ width, height, ...region }: TurnedRectangle, smear: number): TurnedRectangle {
  // A line is not taken for thinner than half of what is seen of it.
  const [shortWidth, shortHeight] = [Math.max(width - 2 * smear, width / 2), Math.max(height - 2 * smear, height / 2)];
  const grow = (shortWidth * shortHeight * UNCLIP) / (2 * (shortWidth + shortHeight));
  return { ...region, width: shortWidth + 2 * grow, height: shortHeight + 2 * grow };
}

function isPlateLike({ width, height, along }: TurnedRectangle, picture: Picture): boolean {
  const aspect = width / height;
  return (
    aspect >= PLATE_LIKE.leastAspect &&
    aspect <= PLATE_LIKE.mostAspect &&
    height >= PLATE_LIKE.leastPixels &&
    height <= PLATE_LIKE.mostOfPicture * picture.height &&
    along[0] >= Math.cos((PLATE_LIKE.mostTilt * Math.PI) / 180)
  );
}

function plateOf({ place, score }: TextLine): DetectedPlate {
  const corners = rectangleOutline(place, OUTLINE.x * place.height, OUTLINE.y * place.height);
  return { box: boxAround(corners), score, corners };
}
