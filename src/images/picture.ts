/** A decoded picture: 8-bit sRGB, interleaved R G B, row by row from the top left; `data.length === width * height * 3`. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Why a picture could not be decoded; extraction counts it as a failure to acquire, it never stops a run. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture';
}
