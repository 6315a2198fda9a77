import type { FaceTemplateCard } from './model-card.js';

/** How the models of one family are fed; what a file itself shows (layout, dimensions, precision) is not said here. */
export interface ModelFamily {
  readonly input: FaceTemplateCard['input'];
  /** Where its authors say or do so. */
  readonly source: string;
}

const ALIGNED: readonly [number, number] = [112, 112];

/**
 * Families of face models, by the name that `models add --like` takes. Wrong colours or numbers do not break a model, they make it
 * worse, so each stands with the code of the authors that feeds it.
 */
export const MODEL_FAMILIES: ReadonlyMap<string, ModelFamily> = new Map([
  [
    'arcface',
    family(
      'RGB',
      127.5,
      127.5,
      'InsightFace, python-package/insightface/model_zoo/arcface_onnx.py: blobFromImages, swapRB',
    ),
  ],
  [
    'arcface-inside',
    family('RGB', 0, 1, 'InsightFace, arcface_onnx.py: graphs of MXNet, which begin with a Sub and a Mul, take 0..255'),
  ],
  ['adaface', family('BGR', 127.5, 127.5, 'mk-minchul/AdaFace, inference.py, to_input; README.md, "BGR"')],
  ['magface', family('BGR', 0, 255, 'IrvingMeng/MagFace, inference/gen_feat.py: cv2.imread, ToTensor, mean 0, std 1')],
  ['edgeface', family('RGB', 127.5, 127.5, 'otroshi/edgeface, README.md, inference: mean 0.5, std 0.5')],
  ['ghostfacenet', family('RGB', 127.5, 128, 'HamadYA/GhostFaceNets, evals.py: (x - 127.5) * 0.0078125')],
  [
    'facenet',
    family('RGB', 127.5, 128, 'timesler/facenet-pytorch, models/mtcnn.py, fixed_image_standardization', [160, 160]),
  ],
  ['sface', family('RGB', 0, 1, 'OpenCV, FaceRecognizerSF::feature: blobFromImage, swapRB')],
]);

function family(
  colour: ModelFamily['input']['colour'],
  mean: number,
  divisor: number,
  source: string,
  [width, height] = ALIGNED,
): ModelFamily {
  return { input: { size: [width, height], colour, mean, divisor }, source };
}
