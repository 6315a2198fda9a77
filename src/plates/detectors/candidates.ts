import type { PlateDetectorCard } from '../../catalog/model-card.js';
import type { Picture } from '../../images/picture.js';
import type { Network } from '../../runtimes/network.js';
import type { DetectedPlate } from '../plate.js';

/** All places that a network takes for a plate, scores at or above the card's threshold, before overlaps are removed. */
export type FindCandidates = (picture: Picture) => Promise<DetectedPlate[]>;

/** One kind of detector: how a picture is fed to its network and how its output is read. */
export type OpenCandidates = (card: PlateDetectorCard, network: Network) => FindCandidates;
