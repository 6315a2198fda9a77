/** A class of pixel density: what a picture of a surveillance camera must have for a person to use it so. */
export interface DensityClass {
  readonly name: string;
  /** Pixels per metre at the subject, at least. */
  readonly density: number;
}

/** The classes of one edition of a standard, from the coarsest to the finest. */
export interface ClassScheme {
  readonly standard: string;
  /** What people call it, by the first letters of its classes. */
  readonly nickname: string;
  readonly classes: readonly DensityClass[];
  /** Where the figures come from. */
  readonly source: string;
}

/**
 * The classes of pixel density of IEC 62676-4, "Video surveillance systems for use in security applications - Part 4:
 * Application guidelines", in both editions: tenders and data sheets still name the older one. The text of the standard
 * is sold, so names and figures are those that secondary sources give in agreement; each scheme names them.
 */
export const CLASS_SCHEMES: readonly ClassScheme[] = [
  {
    standard: 'IEC 62676-4:2014',
    nickname: 'DORI',
    classes: [
      { name: 'monitor', density: 12.5 },
      { name: 'detect', density: 25 },
      { name: 'observe', density: 62.5 },
      { name: 'recognise', density: 125 },
      { name: 'identify', density: 250 },
      { name: 'inspect', density: 1000 },
    ],
    source:
      'secondary: DKE, foreword of E DIN EN IEC 62676-4:2026-02 (densities); cctv-check.de on DIN EN 62676-4 (names)',
  },
  {
    standard: 'IEC 62676-4:2025',
    nickname: 'OODPCVS',
    classes: [
      { name: 'overview', density: 20 },
      { name: 'outline', density: 40 },
      { name: 'discern', density: 80 },
      { name: 'perceive', density: 125 },
      { name: 'characterise', density: 250 },
      { name: 'validate', density: 500 },
      { name: 'scrutinise', density: 1500 },
    ],
    source: 'secondary: DKE, foreword of E DIN EN IEC 62676-4:2026-02 (densities); JVSG, jvsg.com/?p=11243 (names)',
  },
];
