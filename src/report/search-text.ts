import { levelText } from '../results/figure-text.js';
import type { TaskRecord } from '../results/run-record.js';

type Search = NonNullable<TaskRecord['search']>;

/** What one search is of, and who passes by: a rate of searches means nothing without it. */
export function searchUnit({ per, passersBy, distractors }: Search): string {
  const unit =
    per === 'sample'
      ? 'One search a sample'
      : per === 'subject'
        ? 'One search a person: the best score of all of the probe pictures of that person'
        : per === 'passage'
          ? 'One search a passage: the best score of its samples'
          : `One search for the pictures of a person that agree in "${per}": their best score`;
  const passing = passersBy ? ` Those who pass by are people of ${passersBy.dataset}.` : '';
  const enrolled = distractors
    ? ` Every picture of ${distractors.dataset} is enrolled besides, as a candidate of its own whom nobody searches for; the names of the lists count the others.`
    : '';
  return `${unit}.${passing}${enrolled}`;
}

/** How figures of searches are to be read. */
export function searchText(search: Search, level: number): string {
  const common = `${searchUnit(search)} A search is mated when the person is on the list. FPIR is the share of searches for people who are on no list that raise an alarm; TPIR the share of searches for listed people that find them. A picture without a template finds nobody. Intervals are at ${levelText(level)}.`;
  if (search.kind === 'splits') {
    const divisions = search.apart
      ? 'lists that share nobody, searched for by probes that they may share: the standard deviation (SD, ddof 1) says how far these lists differ and is no standard error'
      : 'repetitions on other divisions of the same people, who share most of them: the standard deviation (SD, ddof 1) says how far divisions differ and is no standard error';
    const ranked = search.apart ? '' : ', by which BLUFR ranks systems';
    return `${common} Every figure is the mean over ${divisions}. The brackets leave each person out of all divisions at once, or draw people anew, with thresholds set anew for rates at an FPIR and as they are for TAR. "Less SD" is the mean less one standard deviation${ranked}. TAR is over all pictures of a division with each other; DIR asks that the mate comes first and above the threshold.`;
  }
  return `${common} ${search.sha256 === undefined ? 'Lists are drawn so that each is the beginning of the next.' : 'The list is a published one.'} "Predicted" is the FPIR that the false-match rate of single comparisons would give if those of one search were independent, 1 - (1 - FMR)^N; people who are like many on the list make the measured one smaller. Lines "T of" keep the threshold of the smallest list, as somebody does who lets a list grow. Intervals are for this very list, not for others that might have been drawn.`;
}
