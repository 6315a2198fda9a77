import { FalsematchError } from '../../files/errors.js';
import type { ListedSample, SearchSplit, SplitsFormat } from './split.js';

const FILE = /^ijb[bc]_1N_(?:gallery_([GS][12])|(probe_mixed))\.csv$/;

/**
 * The searches of IJB-B and IJB-C as their authors publish them: ijbc_1N_gallery_G1.csv and G2 (of IJB-B S1 and S2), two
 * galleries that share nobody, and ijbc_1N_probe_mixed.csv, the probes of both: a probe of somebody in the other gallery
 * is non-mated. What is enrolled and searched for are templates, by their numbers.
 */
export const ijb: SplitsFormat = {
  reads: (path) => FILE.test(path),
  read(texts, name) {
    const found = [...texts].map(([path, text]) => ({
      gallery: FILE.exec(path)?.[1],
      templates: readIjbTemplates(text, `${name}/${path}`),
    }));
    const probes = found.find(({ gallery }) => gallery === undefined)?.templates;
    const galleries = found.flatMap(({ gallery, templates }) =>
      gallery === undefined ? [] : [{ gallery, templates }],
    );
    if (!probes || galleries.length !== 2) {
      throw new FalsematchError(
        `${name}: expected two galleries (ijbc_1N_gallery_G1.csv and G2, or ijbb_1N_gallery_S1.csv and S2) and the probes (_1N_probe_mixed.csv), found ${[...texts.keys()].join(', ') || 'none'}; import the dataset again.`,
      );
    }
    return galleries
      .sort((p, q) => (p.gallery < q.gallery ? -1 : 1))
      .map(({ gallery, templates }): SearchSplit => ({ name: gallery, gallery: templates, probes, training: [] }));
  },
};

/**
 * The templates of a list and their subjects: CSV with a header that begins with TEMPLATE_ID,SUBJECT_ID and a line for each
 * picture of a template. Throws where one template is of two subjects.
 */
export function readIjbTemplates(text: string, where: string): ListedSample[] {
  const subjects = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (index === 0 || line.trim() === '') continue;
    const [, template, subject] = /^\s*(\d+)\s*,\s*(\d+)\s*(?:,|$)/.exec(line) ?? [];
    if (template === undefined || subject === undefined) {
      throw new FalsematchError(
        `${where}, line ${index + 1}: expected TEMPLATE_ID,SUBJECT_ID, found ${JSON.stringify(line.slice(0, 80))}; import the dataset again.`,
      );
    }
    if ((subjects.get(template) ?? subject) !== subject) {
      throw new FalsematchError(
        `${where}, line ${index + 1}: template ${template} is of subject ${subject} here and of ${subjects.get(template)} above; import the dataset again.`,
      );
    }
    subjects.set(template, subject);
  }
  return [...subjects].map(([sample, subject]) => ({ sample, subject }));
}
