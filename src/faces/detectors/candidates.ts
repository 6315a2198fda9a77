import type { FaceDetectorCard } from '../../catalog/model-card.js';
import type { Picture } from '../../images/picture.js';
import type { Network } from '../../runtimes/network.js';
import type { DetectedFace } from '../face.js';

/** All places that a network takes for a face, scores at or above the card's threshold, before overlaps are removed. */
export type FindCandidates = (picture: Picture) => Promise<DetectedFace[]>;

/** One kind of detector: how a picture is fed to its network and how its output is read. */
export type OpenCandidates = (card: FaceDetectorCard, network: Network) => FindCandidates;
