import type { RunEvent } from '../benchmark/measure-suite.js';
import type { ObtainEvent } from '../catalog/obtain-event.js';
import { cutMiddle } from '../report/cut-middle.js';
import { oneLine } from '../report/format.js';
import { count } from '../results/figure-text.js';
import type { SpeedEvent } from '../speed/speed-options.js';

/** How far something is that takes long. */
export interface Stage {
  /** What is being done: "pictures", "comparisons, mobilefacenet-y1". */
  readonly what: string;
  readonly done: number;
  readonly total?: number | undefined;
  readonly unit: 'pieces' | 'bytes';
}

/** How fast it goes, as far as that can be told yet. */
export interface Pace {
  /** Pieces, or bytes, a second. */
  readonly rate?: number;
  /** Seconds. */
  readonly left?: number;
}

/** Where a stage was when it was first seen: what is in the cache by then says nothing about the pace. */
export interface Begun {
  readonly at: number;
  readonly done: number;
}

/** Columns that progress stays within. */
export const PROGRESS_WIDTH = 80;

type Told = RunEvent | SpeedEvent | ObtainEvent;

/** The stage that an event is about; undefined for those that are told in a line of their own. */
export function stageOf(event: Told): Stage | undefined {
  switch (event.kind) {
    case 'progress':
      return {
        what: event.file,
        done: event.received,
        total: event.total,
        unit: event.unit === 'pictures' ? 'pieces' : 'bytes',
      };
    case 'extracting':
      return { what: 'pictures', done: event.done, total: event.total, unit: 'pieces' };
    case 'timing':
      return { what: `pictures, ${event.system}`, done: event.done, total: event.total, unit: 'pieces' };
    case 'comparing':
      return { what: `comparisons, ${event.system}`, done: event.done, total: event.total, unit: 'pieces' };
    case 'figures':
      return { what: 'figures and intervals', done: event.done, total: event.total, unit: 'pieces' };
    default:
      return undefined;
  }
}

/** The pace since a stage was first seen; `now` and `begun.at` in milliseconds. Nothing before there is a first result. */
export function paceOf({ done, total }: Stage, begun: Begun, now: number): Pace {
  const seconds = (now - begun.at) / 1000;
  const rate = (done - begun.done) / seconds;
  if (!(seconds > 0 && rate > 0)) return {};
  return total === undefined ? { rate } : { rate, left: Math.max(0, total - done) / rate };
}

/** A line of progress that is no terminal's: "pictures: 400 of 13,233 (3%), 56.2 a second, 3 min 48 s left". */
export function progressLine(stage: Stage, { rate, left }: Pace): string {
  const { done, total, unit } = stage;
  const of = total === undefined ? '' : ` of ${amount(total, unit)} (${percentOf(done, total)})`;
  const facts = [
    `${amount(done, unit)}${of}`,
    ...(rate === undefined ? [] : [unit === 'bytes' ? `${amount(rate, unit)} a second` : `${rateText(rate)} a second`]),
    ...(left === undefined ? [] : [`${durationText(left)} left`]),
  ].join(', ');
  return `${named(stage, PROGRESS_WIDTH - facts.length - 2)}: ${facts}`;
}

/** A line with a bar for a terminal of so many columns; some do not know how many they have, and say 0. */
export function progressBar(stage: Stage, { rate, left }: Pace, columns = 0): string {
  const width = Math.min(columns || PROGRESS_WIDTH, PROGRESS_WIDTH);
  const { done, total = done, unit } = stage;
  const facts = [
    percentOf(done, total).padStart(4),
    unit === 'bytes' ? `${megabytes(done)}/${amount(total, unit)}` : `${count(done)}/${count(total)}`,
    ...(rate === undefined ? [] : [unit === 'bytes' ? `${amount(rate, unit)}/s` : `${rateText(rate)}/s`]),
    ...(left === undefined ? [] : [`${durationText(left)} left`]),
  ].join('  ');
  const room = width - facts.length - 1;
  const name = named(stage, Math.max(8, room - LEAST_BAR - 1));
  const cells = Math.min(MOST_BAR, room - name.length - 1);
  const filled = total > 0 ? Math.floor((cells * Math.min(done, total)) / total) : cells;
  const bar = cells < LEAST_BAR ? '' : ` ${'█'.repeat(filled)}${'░'.repeat(cells - filled)}`;
  return [...`${name}${bar} ${facts}`].slice(0, width).join('');
}

const LEAST_BAR = 6;
const MOST_BAR = 24;

function named({ what }: Stage, room: number): string {
  return cutMiddle(oneLine(what), Math.max(8, room));
}

function percentOf(done: number, total: number): string {
  // Rounded down: 100% is said of what is finished.
  return total > 0 ? `${Math.floor((100 * Math.min(done, total)) / total)}%` : '100%';
}

function amount(value: number, unit: Stage['unit']): string {
  return unit === 'bytes' ? `${megabytes(value)} MB` : count(value);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** A rate in three digits: "0.42", "56.2", "1,230", "195 M". */
export function rateText(rate: number): string {
  if (rate >= 1e9) return `${(rate / 1e9).toPrecision(3)} G`;
  if (rate >= 999_500) return `${Number((rate / 1e6).toPrecision(3))} M`;
  return count(Number(rate.toPrecision(3)));
}

/** A time as people say it, no finer than it is known: "8 s", "3 min 48 s", "2 h 05 min", "4 d 3 h". */
export function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  const minutes = Math.round(whole / 60);
  if (minutes < 2 * 24 * 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
  const hours = Math.round(minutes / 60);
  return hours > 24 * 999 ? 'years' : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
