/** How the rates of what gave no template are called. */
export const FAILURE_LABELS: Readonly<Record<string, string>> = {
  FTE: 'no template (FTE)',
  'FTE-pictures': 'picture left out of a template',
};
