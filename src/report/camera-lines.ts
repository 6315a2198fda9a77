import type { CameraFacts, ClassReach, SchemeReach } from '../deployment/camera.js';
import { quantityText } from '../images/conditions/quantity.js';
import { labelledLines } from './labelled-lines.js';
import { wrap } from './wrap.js';

/** What the terminal shows of a camera and its subject. */
export function cameraLines(facts: CameraFacts): string[] {
  const { sensor, hfov, distance, height, density, face, eyes, plate } = facts;
  const raised = height > 0 ? ` along the ground, ${metres(height)} below` : '';
  const seen = labelledLines(
    [
      ['pixels on a metre at the subject', quantityText('density', density)],
      ['across the picture there', metres(facts.sceneWidth)],
      ...raisedRows(facts),
      [`a face ${metres(face.width)} wide`, `${pixels(face.pixels)} wide`],
      [`eyes ${metres(eyes.width)} apart`, `${pixels(eyes.pixels)} apart`],
      [`a plate ${metres(plate.width)} wide`, `${pixels(plate.pixels)} wide`],
    ],
    LABELS,
  );
  return [
    ...wrap(
      `A camera of ${sensor.join(' x ')} pixels that sees ${quantityText('angle', hfov)} across, its subject at ${metres(distance)}${raised}`,
    ),
    ...seen,
    ...facts.schemes.flatMap(schemeLines),
    '',
    ...wrap(
      'The classes say what a person at a screen can make out, at best. They do not say whether face recognition works there.',
    ),
    ...wrap(
      'This is geometry alone. It knows nothing of distortion by the lens, focus, light, compression and motion, or of a face that looks away: each of them can only take detail from the picture.',
    ),
  ];
}

const LABELS = 37;

function raisedRows({ height, slantDistance, lookingDown }: CameraFacts): [string, string][] {
  if (height === 0) return [];
  return [
    ['from the lens to the subject', metres(slantDistance)],
    ['the camera looks down by', quantityText('angle', lookingDown)],
  ];
}

function schemeLines({ standard, nickname, classes, highest }: SchemeReach): string[] {
  return [
    '',
    `${standard} (${nickname}): ${highest === null ? 'reaches no class' : `reaches "${highest}"`}`,
    ...labelledLines(
      classes.map((reach) => [`${reach.name}, ${quantityText('density', reach.density)}`, reachText(reach)]),
      LABELS,
    ),
  ];
}

function reachText({ reached, upTo }: ClassReach): string {
  if (upTo === null) return 'no, nowhere from that height';
  return reached ? `yes, up to ${metres(upTo)}` : `no, only up to ${metres(upTo)}`;
}

const metres = (length: number): string => quantityText('length', length);

/** Tenths of a pixel where they say something. */
const pixels = (number: number): string => `${number < 1000 ? number.toFixed(1) : Math.round(number)} px`;
