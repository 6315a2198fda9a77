import { STAGES } from '../extraction/stage-times.js';
import type { PictureTimes } from './picture-times.js';
import type { Latency, ModelSpeed } from './speed-report.js';
import { spreadOf } from './spread.js';

/** The times of pictures that were worked on alone, summed up. Throws where none gave anything. */
export function latencyOf(times: readonly PictureTimes[], models: readonly ModelSpeed[]): Latency {
  const stages = STAGES.flatMap((stage) => {
    const met = times.flatMap(({ stages }) => stages[stage] ?? []);
    return met.length > 0 ? [{ stage, ...spreadOf(met) }] : [];
  });
  const passes = times.flatMap(({ networks }) => networks);
  const networks = models.flatMap(({ role, name }) => {
    const own = passes.filter((pass) => pass.role === role).map(({ ms }) => ms);
    return own.length > 0 ? [{ role, model: name, ...spreadOf(own) }] : [];
  });
  const whole = times.filter(({ results }) => results > 0).map(({ total }) => total);
  return { picture: spreadOf(whole), stages, networks };
}
