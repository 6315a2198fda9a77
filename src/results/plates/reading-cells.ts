import { FalsematchError } from '../../files/errors.js';
import type { PlateReading } from '../../plates/plate.js';

/** The cells of a reading: text, confidence, each character's, and the ranked texts as JSON; empty where there is none. */
export function readingCells(reading: PlateReading | null | undefined): string[] {
  if (!reading) return ['', '', '', ''];
  const { text, confidence, characters, ranked } = reading;
  const others = ranked ? JSON.stringify(ranked.map((one) => [one.text, one.confidence])) : '';
  return [text, String(confidence), characters.join(' '), others];
}

/** The reading that such cells hold; undefined where they are empty. Throws, naming the place, for whatever is none. */
export function parseReading(cells: readonly string[], where: string): PlateReading | undefined {
  const [text = '', confidence = '', characters = '', ranked = ''] = cells;
  if (confidence === '' && text === '') return undefined;
  const shares = characters === '' ? [] : characters.split(' ').map((cell) => shareCell(cell, where));
  if (shares.length !== [...text].length) {
    throw new FalsematchError(
      `${where}: every character of "${text}" has a confidence; the file was edited or damaged.`,
    );
  }
  const others = ranked === '' ? undefined : parseRanked(ranked, where);
  return {
    text,
    confidence: shareCell(confidence, where),
    characters: shares,
    ...(others ? { ranked: others } : {}),
  };
}

/** The probability that a cell holds. Throws, naming the place, for whatever is none. */
export function shareCell(cell: string, where: string): number {
  const value = cell === '' ? Number.NaN : Number(cell);
  if (value >= 0 && value <= 1) return value;
  throw new FalsematchError(`${where}: "${cell}" is not a confidence from 0 to 1; the file was edited or damaged.`);
}

function parseRanked(cell: string, where: string): { text: string; confidence: number }[] {
  try {
    return (JSON.parse(cell) as unknown[]).map((one) => {
      const [text, confidence] = one as [unknown, unknown];
      if (typeof text !== 'string') throw new TypeError('no text');
      return { text, confidence: shareCell(String(confidence), where) };
    });
  } catch (cause) {
    throw new FalsematchError(`${where}: "${cell}" is not a list of ranked texts; the file was edited or damaged.`, {
      cause,
    });
  }
}
