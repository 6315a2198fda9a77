import type { NetworkFormat } from '../../../catalog/model-card.js';
import type { FaceApiNetwork } from './face-api-network.js';
import { landmarks68 } from './landmarks-68.js';
import { recognition } from './recognition.js';
import { ssdMobilenet } from './ssd-mobilenet.js';
import { tinyFaceDetector } from './tiny-face-detector.js';

/** The networks of face-api that can be run: a new one is a file beside this one and a line here. */
export const FACE_API_NETWORKS: Readonly<Record<Extract<NetworkFormat, `face-api-${string}`>, FaceApiNetwork>> = {
  'face-api-recognition': recognition,
  'face-api-landmarks-68': landmarks68,
  'face-api-ssd-mobilenet': ssdMobilenet,
  'face-api-tiny-face-detector': tinyFaceDetector,
};
