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
  return elementsOf(svg)
    .filter(({ name, attributes: { transform, d }, system: own }) => {
      return name === 'path' && own === String(system) && transform !== undefined && d !== undefined;
    })
    .filter(({ attributes }) => attributes['stroke-width'] === undefined)
    .map(({ at: [x, y], attributes: { fill = '' } }) => ({ x, y, filled: !fill.includes('--page') }));
}

/** The texts of a chart. */
export const textsOf = (svg: string): string[] =>
  elementsOf(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []));
