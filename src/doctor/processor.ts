import { availableParallelism, cpus } from 'node:os';
import type { Check } from './check.js';

export const processor: Check = {
  name: 'processor',
  look() {
    const model = cpus()[0]?.model.trim() || 'a model that the system does not name';
    const cores = availableParallelism();
    return {
      state: 'ok',
      text: `${model}, ${process.arch}, ${cores} ${cores === 1 ? 'core' : 'cores'} to use`,
      facts: { model, architecture: process.arch, platform: process.platform, cores },
    };
  },
};
