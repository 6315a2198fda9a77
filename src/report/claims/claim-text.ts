import type { CheckedClaims, ClaimResult, Verdict } from '../../claims/claim-result.js';
import { VERDICTS } from '../../claims/claim-result.js';
import type { ClaimSource } from '../../claims/source-schema.js';
import { levelText } from '../../results/figure-text.js';

/** "4 contradicted, 1 unresolved, 11 untestable" of the claims, in the order of verdicts, none left out that there are. */
export function tally(claims: readonly Pick<ClaimResult, 'verdict'>[]): string {
  const of = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  return VERDICTS.flatMap((verdict) => (of(verdict) > 0 ? [`${of(verdict)} ${verdict}`] : [])).join(', ');
}

/** Who says it, where, and where that was read. */
export function sourceText(source: ClaimSource): string {
  if (source === 'own') return 'A limit that whoever wrote this file has set.';
  const { title, publisher, date, address, archived, removed, readIn } = source;
  const own = [
    `${publisher}, "${title}"`,
    ...(date ? [date] : []),
    ...(address ? [address] : []),
    ...(removed ? ['removed by its publisher'] : []),
    ...(archived ? [`archived at ${archived}`] : []),
  ].join(', ');
  if (!readIn) return `${own}. By this file, read in the publication itself.`;
  const elsewhere = `${readIn.publisher}, "${readIn.title}", ${readIn.date}, ${readIn.address}`;
  return `${own}. Not read there, but as reported by ${elsewhere}${readIn.archived ? `, archived at ${readIn.archived}` : ''}.`;
}

/** Whether the tests were fixed before the measurement. */
export function freezeText({ freeze, run }: Pick<CheckedClaims, 'freeze' | 'run'>): string {
  if (!run) return 'Nothing here was measured.';
  switch (freeze.state) {
    case 'none':
      return 'Whether the tests were fixed before the measurement is not on record: the claims were not frozen ("falsematch claims freeze").';
    case 'before':
      return `The tests were fixed before the measurement: claims and suite were frozen at ${freeze.frozen}, and the run began at ${freeze.started}. That rests on the clocks of whoever made them, unless the freeze was published at the time.`;
    case 'broken':
      return `The claims were frozen at ${freeze.frozen}, but that does not hold for this run: ${freeze.why}.`;
  }
}

/** How the verdicts guard against chance. */
export function correctionText({ tests, claims }: Pick<CheckedClaims, 'tests' | 'claims'>): string {
  const confidence = Math.min(...claims.map(({ ground }) => (ground.by === 'test' ? ground.confidence : 1)));
  const error = levelText(1 - confidence);
  const many = tests === 1 ? 'The one test is' : `The ${tests} tests are`;
  return `${many} held to ${levelText(confidence)} together (Holm's correction): however many of these claims are true, the chance that any true one is called contradicted is at most ${error}, and the chance that any false one is called supported is at most ${error} too, as far as the intervals hold. Bounds are one-sided, as the wording demands, two-sided for "equal to"; their confidence stands beside them.`;
}

/** What the four verdicts mean. */
export const MEANINGS: readonly string[] = [
  'supported: the whole interval of the measured value satisfies the claim as it was taken; of reported counts, that they give the reported figure, and no more.',
  'contradicted: the whole interval violates the claim as it was taken; of reported counts, that they give another figure.',
  'unresolved: the interval holds values on both sides, or the sample cannot resolve such a rate.',
  'untestable: nothing that is public settles it; of reported counts, the counts were not found where the figure was read.',
];

/** "contradicted, as taken": a verdict on a statement without a figure is one on how it was taken. */
export function verdictText({ verdict, reading }: Pick<ClaimResult, 'verdict' | 'reading'>): string {
  return reading === undefined || verdict === 'untestable' ? verdict : `${verdict}, as taken`;
}

/** A run of another suite than the one that the file names; undefined where it is that one. */
export function otherSuiteText({ suite, run }: Pick<CheckedClaims, 'suite' | 'run'>): string | undefined {
  if (suite === null || run === null || suite === run.suite) return undefined;
  return `The claim file names the suite ${suite} for its tests; this run is of ${run.suite}.`;
}
