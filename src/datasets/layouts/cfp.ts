import type { LayoutReader } from './layout.js';
import { samplesByPath } from './picture-paths.js';

const PICTURE = /(?:^|\/)Images\/(\d+)\/(frontal|profile)\/([^/]+)$/;

/**
 * Celebrities in Frontal-Profile (cfpw.io): `Data/Images/001/frontal/01.jpg`, subject 001, the attribute `pose` frontal or
 * profile. The files of points beside the pictures (Data/Fiducials) are not read.
 */
export const readCfp: LayoutReader = async (input) =>
  samplesByPath(input, (path) => {
    const [, subject, pose, file] = PICTURE.exec(path) ?? [];
    if (subject === undefined || pose === undefined) return undefined;
    return { id: `${subject}/${pose}/${file}`, subject, attributes: { pose } };
  });
