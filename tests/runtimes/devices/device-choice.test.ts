import { expect, it } from 'vitest';
import { deviceOf, parseDevices } from '../../../src/runtimes/devices/device-choice.js';

it('is the processor where nothing is said', () => {
  expect(deviceOf(parseDevices([]), 'scrfd-500m')).toBe('cpu');
});

it('takes a device for all models and others for some', () => {
  const choice = parseDevices(['webgpu', 'scrfd-500m=cpu', 'sface=cuda']);
  expect(['scrfd-500m', 'sface', 'buffalo_l'].map((model) => deviceOf(choice, model))).toEqual([
    'cpu',
    'cuda',
    'webgpu',
  ]);
  expect(deviceOf(parseDevices(['sface=dml']), 'buffalo_l')).toBe('cpu');
});

it.each([
  [['gpu'], 'There is no device named "gpu"; did you mean "cpu"?'],
  [['sface=wbgpu'], 'There is no device named "wbgpu"; did you mean "webgpu"?'],
  [[''], 'There is no device named ""'],
  [['=webgpu'], '--device takes MODEL=DEVICE, such as scrfd-500m=cpu, not "=webgpu".'],
  [['cpu', 'webgpu'], '--device says cpu and webgpu for all models'],
  [['sface=cpu', 'sface=cpu'], '--device says cpu and cpu for sface'],
])('refuses %j', (words, message) => {
  expect(() => parseDevices(words)).toThrow(message);
});
