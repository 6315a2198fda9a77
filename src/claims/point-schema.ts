import { z } from 'zod';

/** An operating point as rows write it: 0.001 is "1e-3"; a rank or a text rule stays as it is. */
export const pointSchema = z.union([z.string().min(1), z.number()]).transform((point) => {
  const rate = Number(point);
  return rate > 0 && rate < 1 ? rate.toExponential() : String(point);
});
