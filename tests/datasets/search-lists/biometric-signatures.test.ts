import { expect, it } from 'vitest';
import { readBiometricSignatures } from '../../../src/datasets/search-lists/biometric-signatures.js';

const signature = (name: string, ...files: string[]) =>
  `<biometric-signature name="${name}">${files.map((file) => `<presentation file-name="${file}"/>`).join('\n')}</biometric-signature>`;
const setOf = (...signatures: string[]) =>
  `<biometric-signature-set>\n${signatures.join('\n')}\n</biometric-signature-set>\n`;

it('reads every presentation of every signature, in order', () => {
  const text = setOf(signature('Anna', 'Anna/1.jpg'), signature('Boris', 'Boris/1.jpg', 'Boris/2.jpg'));
  const expected = [
    { sample: 'Anna/1.jpg', subject: 'Anna', entry: 1 },
    { sample: 'Boris/1.jpg', subject: 'Boris', entry: 2 },
    { sample: 'Boris/2.jpg', subject: 'Boris', entry: 2 },
  ];
  expect(readBiometricSignatures(text, 'g.xml')).toEqual(expected);
  const dressed = `\uFEFF<?xml version="1.0" ?>\r\n<!-- two -->${text.replaceAll('\n', '\r\n<!-- of them -->\t')}`;
  expect(readBiometricSignatures(dressed, 'g.xml')).toEqual(expected);
});

it('keeps names that look like numbers, and reads the characters that XML escapes', () => {
  expect(
    readBiometricSignatures(setOf(signature('007', '007/1e3.jpg'), signature('A &amp; B', '&lt;1&gt;.jpg')), 'g.xml'),
  ).toEqual([
    { sample: '007/1e3.jpg', subject: '007', entry: 1 },
    { sample: '<1>.jpg', subject: 'A & B', entry: 2 },
  ]);
});

it.each([
  ['', 'g.xml, line 1: this is not XML: document must contain a root element; fetch the list again.'],
  ['Anna,Anna/1.jpg', 'g.xml, line 1: this is not XML'],
  [setOf(signature('Anna', 'a.jpg')).slice(0, 60), 'g.xml, line 2: this is not XML'],
  [setOf('<biometric-signature name="Anna"></presentation>'), 'g.xml, line 2: this is not XML: unexpected close tag'],
  ['<biometric-signature-set/>', 'g.xml: expected one <biometric-signature-set> with <biometric-signature> elements'],
  ['<a/>', 'g.xml: expected one <biometric-signature-set>'],
  [setOf(signature('Anna', 'a.jpg')).repeat(2), 'g.xml, line 4: this is not XML'],
  [setOf(signature('Anna', 'a.jpg'), '<sigset/>'), 'g.xml: expected one <biometric-signature-set>'],
  [setOf(signature('Anna', 'a.jpg'), 'Boris'), 'g.xml: expected one <biometric-signature-set>'],
  [
    setOf(signature('Anna', 'a.jpg'), signature('Boris')),
    'g.xml, entry 2: expected <biometric-signature name="SUBJECT"> with <presentation file-name="SAMPLE"/>, found {"name":"Boris","presentation":[]}; fetch',
  ],
  [setOf(signature('', 'a.jpg')), 'g.xml, entry 1: expected <biometric-signature'],
  [setOf(signature('Anna', 'a.jpg', '')), 'g.xml, entry 1: expected <biometric-signature'],
  [setOf('<biometric-signature><presentation file-name="a"/></biometric-signature>'), 'g.xml, entry 1: expected'],
  [setOf('<__proto__ name="Anna"/>'), 'g.xml: expected one <biometric-signature-set>'],
])('refuses %j', (text, message) => {
  expect(() => readBiometricSignatures(text, 'g.xml')).toThrow(message);
});

it('refuses tags within tags without end', () => {
  const text = setOf('<b>'.repeat(9000) + '</b>'.repeat(9000));
  expect(() => readBiometricSignatures(text, 'g.xml')).toThrow('g.xml: expected one <biometric-signature-set>');
});

const bomb = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');

it.each([
  ['entities of entities', `<!DOCTYPE s [<!ENTITY e0 "lol">${bomb}]>${setOf(signature('&e12;', '&e12;'))}`],
  ['a file', `<!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]>${setOf(signature('&e;', 'a.jpg'))}`],
  ['a document type in small letters', `<!doctype s>${setOf(signature('Anna', 'a.jpg'))}`],
])('refuses %s before anything is read', (_, text) => {
  expect(() => readBiometricSignatures(text, 'g.xml')).toThrow('g.xml: declares a document type');
});
