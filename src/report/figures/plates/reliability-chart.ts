import * as Plot from '@observablehq/plot';
import { percent } from '../../../results/figure-text.js';
import { drawSvg, ofSystem, shortName } from '../draw.js';
import type { ChartLine, ChartPoint } from '../line-chart.js';
import { markerFill, rateBars } from '../rate-bars.js';
import { seriesStyle } from '../system-style.js';

const PANEL_HEIGHT = 220;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** A panel for each system: the share that is right against the mean confidence, with the diagonal on which they are the same. */
export function reliabilityChart(id: string, label: string, lines: readonly ChartLine[]): string {
  const columns = lines.length === 1 ? 1 : lines.length === 2 || lines.length === 4 ? 2 : 3;
  const panels = lines.map((_, k) => ({ fx: k % columns, fy: Math.floor(k / columns) }));
  return drawSvg(
    {
      height: 78 + Math.ceil(lines.length / columns) * PANEL_HEIGHT,
      marginTop: 46,
      marginLeft: 56,
      marginRight: 24,
      marginBottom: 44,
      fx: { axis: null, padding: 0.2 },
      fy: { axis: null, padding: 0.16 },
      x: { domain: [-0.02, 1.02], ticks: TICKS, tickFormat: percent, label: 'mean confidence →', grid: true },
      y: {
        domain: [0, 1],
        ticks: TICKS,
        tickFormat: percent,
        label: '↑ right, of the texts of that confidence',
        grid: true,
      },
      marks: [
        Plot.frame({ stroke: 'currentColor', strokeOpacity: 0.4 }),
        Plot.link(panels, {
          fx: 'fx',
          fy: 'fy',
          x1: 0,
          y1: 0,
          x2: 1,
          y2: 1,
          stroke: 'currentColor',
          strokeOpacity: 0.6,
        }),
        ...lines.flatMap((line, k) => panelMarks(line, panels[k] ?? { fx: 0, fy: 0 }, columns)),
      ],
    },
    { id, label },
  );
}

interface Drawn extends ChartPoint {
  readonly value: number;
  readonly fx: number;
  readonly fy: number;
}

function panelMarks(
  { name, place, points }: ChartLine,
  panel: { readonly fx: number; readonly fy: number },
  columns: number,
): Plot.Markish[] {
  const { colour, dash, symbol } = seriesStyle(place);
  const facet = { fx: 'fx', fy: 'fy', ariaDescription: ofSystem(place) };
  const drawn = points.flatMap(({ x, row }): Drawn[] =>
    row.value === null ? [] : [{ x, row, value: row.value, ...panel }],
  );
  const bar = (of: readonly Drawn[], strokeDasharray: string) =>
    Plot.ruleX(of, {
      ...facet,
      x: 'x',
      y1: ({ row, value }: Drawn) => row.low ?? value,
      y2: ({ row, value }: Drawn) => row.high ?? value,
      stroke: colour,
      strokeWidth: 1.2,
      strokeDasharray,
    });
  return [
    ...rateBars(drawn, bar),
    Plot.line(drawn, { ...facet, x: 'x', y: 'value', stroke: colour, strokeWidth: 1.4, strokeDasharray: dash }),
    Plot.dot(drawn, {
      ...facet,
      x: 'x',
      y: 'value',
      r: 3.5,
      symbol,
      stroke: colour,
      strokeWidth: 1.4,
      fill: markerFill(colour),
    }),
    Plot.text([panel], {
      ...facet,
      frameAnchor: 'top-left',
      dx: 1,
      dy: -13,
      text: () => shortName(name, Math.floor(62 / columns)),
      fontWeight: 600,
    }),
  ];
}
