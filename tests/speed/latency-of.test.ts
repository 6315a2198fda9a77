import { expect, it } from 'vitest';
import { latencyOf } from '../../src/speed/latency-of.js';
import { FACELESS, MISSING, MODELS, picture } from './made-up-rounds.js';

const {
  picture: whole,
  stages,
  networks,
} = latencyOf([picture(5), FACELESS, picture(9), MISSING, picture(13)], MODELS);

it('a whole picture is one that gave something', () => {
  expect(whole).toMatchObject({ median: 9, min: 5, max: 13, times: 3 });
});

it('a stage has the times of the pictures that came to it, in the order in which they meet it', () => {
  expect(stages.map(({ stage, times, median }) => [stage, times, median])).toEqual([
    ['load', 4, 1],
    ['detect', 4, 3.5],
    ['template', 3, 4],
  ]);
});

it('a network has the times of its passes, by the model that it is', () => {
  expect(networks.map(({ role, model, times, median }) => [role, model, times, median])).toEqual([
    ['detector', 'a-detector', 4, 2],
    ['template', 'a-template', 3, 1],
  ]);
});
