import { readFileSync } from 'node:fs';
import { codeOf } from '../files/write-problem.js';
import { recapture } from '../images/conditions/recapture.js';
import { decodePicture } from '../images/decode.js';
import { type Picture, UnreadablePicture } from '../images/picture.js';
import { type CaptureCondition, type FailedExtraction, failedExtraction } from './extraction.js';

/** The picture as the condition delivers it, or the failure that stands for it. */
export async function loadPicture(
  path: string,
  condition: CaptureCondition | undefined,
): Promise<Picture | FailedExtraction> {
  try {
    // Read at once: an asynchronous read would wait for this thread again and again while a network blocks it.
    const picture = await decodePicture(readFileSync(path));
    return condition ? await recapture(picture, condition) : picture;
  } catch (thrown) {
    if (thrown instanceof UnreadablePicture) return failedExtraction('unreadable', thrown.message);
    if (codeOf(thrown) === 'ENOENT') return failedExtraction('missing', 'the file is not there');
    if (codeOf(thrown) === 'ERR_FS_FILE_TOO_LARGE') return failedExtraction('unreadable', 'larger than 2 GiB');
    throw thrown;
  }
}
