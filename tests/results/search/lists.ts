import fc from 'fast-check';
import type { SearchLists } from '../../../src/results/search/search-lists.js';
import { cellText } from '../../support/table-cells.js';

/** Lists of few samples of few subjects, some of which are one search together. */
export const searchLists: fc.Arbitrary<SearchLists> = fc
  .uniqueArray(cellText, { minLength: 1, maxLength: 3 })
  .chain((names) =>
    fc.record({
      names: fc.constant(names),
      samples: fc.uniqueArray(
        fc.record({
          sample: cellText.map((text) => `${text}.jpg`),
          subject: fc.constantFrom('zoe', 'adam', 'eva, the "other"'),
          several: fc.boolean(),
          roles: fc.array(fc.constantFrom('gallery' as const, 'probe' as const, '' as const), {
            minLength: names.length,
            maxLength: names.length,
          }),
        }),
        { selector: ({ sample }) => sample, maxLength: 10 },
      ),
    }),
  )
  .map(({ names, samples }) => ({
    names,
    samples: samples.map(({ several, ...rest }) => ({ ...rest, passage: several ? `${rest.subject} [all]` : '' })),
  }));

/** Two lists of one small set of samples, as they are written down. */
export const TWO_LISTS = `sample,subject,passage,list of 1,list of 2
a1,a,,gallery,gallery
a2,a,,probe,probe
b1,b,,,gallery
b2,b,b [x],,probe
b3,b,b [x],,probe
c1,c,,probe,probe
`;
