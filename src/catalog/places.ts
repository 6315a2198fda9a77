import { resolveHome } from './home.js';
import type { ObtainEvent } from './obtain-event.js';
import type { ObtainContext } from './obtain-file.js';

/** Where files are looked for and kept; every option has a default. */
export interface Places {
  /** Where weights, datasets and templates are kept; see `resolveHome`. */
  readonly home?: string | undefined;
  /** A folder or address that is looked in before anything is fetched; default: FALSEMATCH_MIRROR. */
  readonly mirror?: string | undefined;
  readonly offline?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: ObtainEvent) => void) | undefined;
}

/** The context for obtaining files that these options describe; the home folder is made when missing. */
export async function placesContext({ home, mirror, offline, signal, onEvent }: Places): Promise<ObtainContext> {
  const mirrored = mirror ?? process.env.FALSEMATCH_MIRROR;
  return {
    home: await resolveHome(home),
    ...(mirrored ? { mirror: mirrored } : {}),
    offline: offline ?? false,
    ...(signal ? { signal } : {}),
    ...(onEvent ? { onProgress: onEvent } : {}),
  };
}
