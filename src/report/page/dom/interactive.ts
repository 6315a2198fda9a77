import { RUN_DATA, type RunData } from '../run-data.js';
import { startCopying } from './copy.js';
import { startFilters } from './filters.js';
import { startOpening } from './open-all.js';
import { startSorting } from './sort.js';
import { startPanel } from './threshold-panel.js';

// The page says everything without this; what only works with it stands hidden until now.
const data: RunData = JSON.parse(document.getElementById(RUN_DATA)?.textContent ?? '{}');
startSorting();
startFilters();
startPanel(data);
startCopying();
startOpening();
for (const element of document.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false;
