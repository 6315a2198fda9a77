import { type AlarmFigures, alarmFigures } from '../alarm-figures.js';
import type { PageCurve, RunData } from '../run-data.js';
import type { Place } from '../threshold-alarms.js';

/** The panel in which a threshold moves both errors, the alarms of a day and their predictive value together. */
export function startPanel({ curves }: RunData): void {
  const panel = document.getElementById('threshold-panel');
  const chosen = document.getElementById('chosen-curve');
  const slider = document.getElementById('threshold');
  if (!panel || !(chosen instanceof HTMLSelectElement) || !(slider instanceof HTMLInputElement)) return;
  const curve = () => curves[Number(chosen.value)];
  const show = () => {
    const now = curve();
    const point = now?.points[slider.valueAsNumber];
    if (!now || !point) return;
    slider.setAttribute('aria-valuetext', `threshold ${point.threshold}`);
    setText('false-name', now.falseName);
    setText('miss-name', now.missName);
    try {
      showFigures(alarmFigures(now, point, placeOf(panel)));
      setText('panel-problem', '');
    } catch (problem) {
      // Numbers of before must not stand beside what refuses them.
      for (const shown of panel.querySelectorAll('dd')) shown.textContent = '–';
      setText('panel-problem', problem instanceof Error ? problem.message : String(problem));
    }
  };
  const choose = () => {
    const points = curve()?.points ?? [];
    slider.max = String(points.length - 1);
    slider.value = String(startOf(points));
    const measured = curve()?.listSize;
    const size = document.getElementById('list-size');
    if (measured && size instanceof HTMLInputElement) size.value = String(measured);
    show();
  };
  chosen.addEventListener('change', choose);
  for (const input of panel.querySelectorAll('input')) input.addEventListener('input', show);
  panel.hidden = false;
  choose();
}

/** Where one error in a thousand is allowed, or the next less. */
function startOf(points: PageCurve['points']): number {
  const at = points.findIndex(({ falseRate }) => falseRate.value <= 1e-3);
  return at === -1 ? points.length - 1 : at;
}

function placeOf(panel: HTMLElement): Place {
  const number = (name: string) =>
    panel.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.valueAsNumber ?? Number.NaN;
  return {
    cameras: number('cameras'),
    passersBy: number('passers-by'),
    listSize: number('list-size'),
    oneListedIn: number('one-listed-in'),
  };
}

function showFigures(figures: AlarmFigures): void {
  for (const [name, text] of Object.entries(figures)) setText(`panel-${name}`, text);
}

function setText(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}
