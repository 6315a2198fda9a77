import { describe, expect, it } from 'vitest';
import { cameraFacts } from '../../src/deployment/camera.js';
import type { CameraView } from '../../src/images/camera/pixel-density.js';
import { cameraLines } from '../../src/report/camera-lines.js';

const CITY: CameraView = { sensor: [3840, 2160], hfov: 60, distance: 15 };
const text = (view: CameraView) => cameraLines(cameraFacts(view)).join('\n');

describe('cameraLines', () => {
  it('says what a camera puts on a face and a plate, and what it reaches', () => {
    const lines = text(CITY);
    expect(lines).toMatch(/^A camera of 3840 x 2160 pixels that sees 60 deg across, its subject at 15 m\n/);
    expect(lines).toMatch(/^ {2}pixels on a metre at the subject +221\.7 px\/m$/m);
    expect(lines).toMatch(/^ {2}eyes 0\.063 m apart +14\.0 px apart$/m);
    expect(lines).toMatch(/^ {2}a face 0\.16 m wide +35\.5 px wide$/m);
    expect(lines).toMatch(/^ {2}a plate 0\.52 m wide +115\.3 px wide$/m);
    expect(lines).toContain('\nIEC 62676-4:2014 (DORI): reaches "recognise"\n');
    expect(lines).toContain('\nIEC 62676-4:2025 (OODPCVS): reaches "perceive"\n');
    expect(lines).toMatch(/^ {2}recognise, 125 px\/m +yes, up to 26\.6 m$/m);
    expect(lines).toMatch(/^ {2}identify, 250 px\/m +no, only up to 13\.3 m$/m);
    expect(lines).not.toContain('looks down');
  });

  it('says what it does not say', () => {
    for (const missing of ['distortion', 'focus', 'light', 'compression', 'motion', 'whether face recognition works']) {
      expect(text(CITY).replace(/\s+/g, ' ')).toContain(missing);
    }
  });

  it('tells of a height, and of classes that are reached nowhere from it', () => {
    const lines = text({ ...CITY, distance: 300, height: 30 });
    expect(lines).toContain('its subject at 300 m\n  along the ground, 30 m below\n');
    expect(lines).toMatch(/from the lens to the subject +301\.5 m/);
    expect(lines).toMatch(/the camera looks down by +5\.711 deg/);
    expect(lines).toContain('IEC 62676-4:2014 (DORI): reaches no class');
    expect(lines).toMatch(/inspect, 1000 px\/m +no, nowhere from that height/);
  });

  it('fits 80 columns', () => {
    const views = [CITY, { ...CITY, distance: 0.001 }, { ...CITY, hfov: 0.001, distance: 10_000, height: 1000 }];
    for (const view of views) expect(cameraLines(cameraFacts(view)).filter((line) => line.length > 80)).toEqual([]);
  });
});
