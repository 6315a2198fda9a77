import { expect, it } from 'vitest';
import { parseTemplateSubjects } from '../../src/results/template-subjects.js';

it('reads a line for each template, and names samples that have no name by their place', () => {
  expect(parseTemplateSubjects('\uFEFFsubject\r\nann\r\nann\r\nbob\r\n', 's.csv', 'probe ')).toEqual({
    subjects: ['ann', 'ann', 'bob'],
    samples: ['probe 0', 'probe 1', 'probe 2'],
    passages: ['', '', ''],
  });
  expect(parseTemplateSubjects('passage,sample,subject\nw1,x,ann\n,,"bo,b"\n', 's.csv', '')).toEqual({
    subjects: ['ann', 'bo,b'],
    samples: ['x', '1'],
    passages: ['w1', ''],
  });
});

it.each([
  ['', 's.csv must have the column subject'],
  ['subject,subject\nann,bob\n', 's.csv must have the column subject, and may have sample and passage, each once'],
  ['subject,age\nann,5\n', 's.csv must have the column subject'],
  ['subject,sample\nann,x\n,y\n', 's.csv, line 3: a template needs its subject'],
  ['subject,sample\nann,x\nbob,x\n', 's.csv, line 3: the sample "x" stands there twice'],
  ['subject\nann,bob\n', 's.csv is not a CSV table'],
])('refuses %j', (text, sentence) => {
  expect(() => parseTemplateSubjects(text, 's.csv', '')).toThrow(sentence);
});
