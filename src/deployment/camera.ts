import { FalsematchError } from '../files/errors.js';
import { type CameraView, lookingDown, pixelDensityOf, slantDistance } from '../images/camera/pixel-density.js';
import { CLASS_SCHEMES, type ClassScheme } from './density-classes.js';

/** How large things are that a camera is asked to show, in metres. */
export interface SubjectSizes {
  readonly face: number;
  readonly eyes: number;
  readonly plate: number;
}

/**
 * What subjects measure unless said otherwise. Face: 0.16 m, the width that camera makers reckon with (Axis, "Camera
 * reach", appendix B); across the cheekbones people measure less, 0.13 to 0.14 m. Eyes: 0.063 m, the mean distance
 * of adult pupils (Dodgson 2004, "Variation and extrema of human interpupillary distance", doi:10.1117/12.529999), most
 * from 0.050 to 0.075 m. Plate: 0.52 m, the usual European plate of one line.
 */
export const USUAL_SIZES: SubjectSizes = { face: 0.16, eyes: 0.063, plate: 0.52 };

/** Something in front of the camera: its width in metres, and how many pixels that is. */
export interface SizeInPixels {
  readonly width: number;
  readonly pixels: number;
}

/** A class of pixel density, for this camera. */
export interface ClassReach {
  readonly name: string;
  /** Pixels per metre that it asks for. */
  readonly density: number;
  readonly reached: boolean;
  /** Up to which distance, in metres, in the sense of the view's; null: a camera that high reaches it nowhere. */
  readonly upTo: number | null;
}

export interface SchemeReach extends Pick<ClassScheme, 'standard' | 'nickname' | 'source'> {
  readonly classes: readonly ClassReach[];
  /** The finest class that is reached; null: none. */
  readonly highest: string | null;
}

/** What a camera can show of a subject by geometry alone; lengths in metres, angles in degrees. */
export interface CameraFacts extends CameraView {
  readonly height: number;
  readonly slantDistance: number;
  readonly lookingDown: number;
  /** Pixels per metre at the subject. */
  readonly density: number;
  /** How much of the scene is across the picture at the subject. */
  readonly sceneWidth: number;
  readonly face: SizeInPixels;
  readonly eyes: SizeInPixels;
  readonly plate: SizeInPixels;
  readonly schemes: readonly SchemeReach[];
}

/**
 * What a camera can show of its subject by geometry alone: pixel density (`pixelDensityOf`), faces, eyes and plates in
 * pixels, and the classes of IEC 62676-4 that it reaches and how far. Throws FalsematchError for what is no camera, and
 * for sizes that no face or plate has.
 */
export function cameraFacts(view: CameraView, sizes: Partial<SubjectSizes> = {}): CameraFacts {
  const density = pixelDensityOf(view);
  const { face, eyes, plate } = { ...USUAL_SIZES, ...sizes };
  const inPixels = (what: string, width: number): SizeInPixels => {
    if (!(width > 0 && width <= MOST_WIDTH)) {
      throw new FalsematchError(`The ${what} must be above 0 and at most ${MOST_WIDTH} m, found ${width} m.`);
    }
    return { width, pixels: width * density };
  };
  return {
    ...view,
    height: view.height ?? 0,
    slantDistance: slantDistance(view),
    lookingDown: lookingDown(view),
    density,
    sceneWidth: view.sensor[0] / density,
    face: inPixels('width of a face', face),
    eyes: inPixels('distance between the eyes', eyes),
    plate: inPixels('width of a plate', plate),
    schemes: CLASS_SCHEMES.map((scheme) => reachOf(scheme, view, density)),
  };
}

/** In metres: no face and no plate is wider. */
const MOST_WIDTH = 5;

function reachOf({ standard, nickname, source, classes }: ClassScheme, view: CameraView, density: number): SchemeReach {
  const reach = classes.map((asked) => ({
    ...asked,
    reached: density >= asked.density,
    upTo: distanceAt(view, density, asked.density),
  }));
  return {
    standard,
    nickname,
    source,
    classes: reach,
    highest: reach.findLast(({ reached }) => reached)?.name ?? null,
  };
}

/** Density falls with the slant distance, d = d0 density0 / density; along the ground that is sqrt(d^2 - height^2). */
function distanceAt(view: CameraView, density: number, asked: number): number | null {
  const slant = (slantDistance(view) * density) / asked;
  const { height = 0 } = view;
  return slant > height ? Math.sqrt(slant ** 2 - height ** 2) : null;
}
