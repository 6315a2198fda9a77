import { expect, it } from 'vitest';
import { drawnLines } from '../../../src/report/plates/drawn-lines.js';

it('says what was drawn, how often each, and that it is no photograph', () => {
  const plates = ['clean', 'dirt', 'clean'].map((condition) => ({ format: 'serbia', condition }));
  const lines = drawnLines({ folder: 'out', digest: 'd'.repeat(64), seed: 3, width: 480, height: 360, plates });
  expect(lines.slice(0, 3)).toEqual([
    'Drew 3 plates, 480 x 360 pixels, seed 3, into out',
    '  formats: serbia 3',
    '  conditions: clean 2, dirt 1',
  ]);
  expect(lines.join(' ')).toContain('Drawn, not photographed');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});
