import { SaxesParser } from 'saxes';

/** An element of a chart, with where it stands: what the groups around it move it by, and itself. */
export interface Drawn {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: readonly [number, number];
  /** The system that it or what is around it belongs to. */
  readonly system: string | undefined;
  text: string;
}

/** Every element of a chart in reading order; throws where it is not well-formed XML. */
export function elementsOf(svg: string): Drawn[] {
  const all: Drawn[] = [];
  const open: Drawn[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const own = attributes as Record<string, string>;
    const [, x = '0', y = '0'] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(own.transform ?? '') ?? [];
    const [px, py] = parent?.at ?? [0, 0];
    const at = [px + Number(x), py + Number(y)] as const;
    const drawn: Drawn = { name, attributes: own, at, system: own['data-system'] ?? parent?.system, text: '' };
    open.push(drawn);
    all.push(drawn);
  });
  parser.on('text', (text) => {
    for (const one of open) one.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(svg).close();
  return all;
}

/** The markers of a system, legend left out, with whether they are filled. */
export function markersOf(svg: string, system: number): { x: number; y: number; filled: boolean }[] {
  return elementsOf(svg).flatMap(({ name, at: [x, y], attributes, system: own }) => {
    // A marker of the legend has its own stroke; those of the chart have that of their group.
    const isMarker = name === 'circle' || (name === 'path' && attributes.transform !== undefined);
    if (own !== String(system) || !isMarker || attributes['stroke-width'] !== undefined) return [];
    const filled = !attributes.fill?.includes('--page');
    return [{ x: x + Number(attributes.cx ?? 0), y: y + Number(attributes.cy ?? 0), filled }];
  });
}

/** The texts of a chart. */
export const textsOf = (svg: string): string[] =>
  elementsOf(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []));
