import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ObtainContext } from '../catalog/obtain-file.js';

/** Options that every command with files to find takes. */
export interface PlaceOptions {
  readonly home?: string;
  readonly mirror?: string;
  readonly offline?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** Adds --home, --mirror, --offline, --quiet, --json and --debug. */
export function withPlaces(command: Command): Command {
  return command
    .option(
      '--home <dir>',
      'where weights, datasets and templates are kept (default: FALSEMATCH_HOME, or the cache folder)',
    )
    .option('--mirror <dir|url>', 'looked in before anything is fetched (default: FALSEMATCH_MIRROR)')
    .option('--offline', 'never touch the network')
    .option('--quiet', 'no progress')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption());
}

/** The option that shows stack traces; endWith reads it. */
export function debugOption(): Option {
  return new Option('--debug', 'show stack traces');
}

/** Parses a whole number of an option; commander names the option in the error. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('Expected a whole number.');
  return Number(text);
}

/** Parses --size: 112x112. */
export function readSize(text: string): readonly [number, number] {
  const [, width, height] = /^([1-9]\d*)x([1-9]\d*)$/.exec(text) ?? [];
  if (!width || !height) throw new InvalidArgumentError('Expected width x height in pixels, such as 112x112.');
  return [Number(width), Number(height)];
}

/** Parses a number of an option; commander names the option in the error. */
export function readReal(text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) throw new InvalidArgumentError('Expected a number, such as 127.5.');
  return number;
}

/** The context for obtaining files that the options describe. */
export async function obtainContext(options: PlaceOptions): Promise<ObtainContext> {
  const [{ placesContext }, { obtainPrinter }] = await Promise.all([
    import('../catalog/places.js'),
    import('./progress.js'),
  ]);
  return placesContext({ ...options, onEvent: obtainPrinter(options.quiet ?? false) });
}
