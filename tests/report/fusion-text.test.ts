import { expect, it } from 'vitest';
import { fusionText } from '../../src/report/fusion-text.js';

it('says what a template of several pictures is, and how each counts', () => {
  expect(fusionText({})).toBe('');
  const fusion = { templates: 23_124, media: 50_000, samples: 469_375 };
  expect(fusionText({ fusion: { ...fusion, weight: 'plain' } })).toContain(
    'What is compared are 23,124 templates of 469,375 pictures: a template is the mean of its media (50,000 in all), each the mean of its pictures, where every picture counts alike.',
  );
  expect(fusionText({ fusion: { ...fusion, weight: 'score' } })).toContain('counts by the score');
  expect(fusionText({ fusion: { ...fusion, weight: 'score-norm' } })).toContain("by its template's length before");
});
