import type { MessagePort } from 'node:worker_threads';
import type { Feeds, Outputs } from '../network.js';
import type { OpenableCard } from '../open-network.js';
import type { Device } from './device.js';

/** A network to open in the device's thread. */
export interface OpenRequest {
  readonly card: OpenableCard;
  readonly path: string;
  readonly device: Device;
  /** The shape of one picture as the card has it, for what the file leaves open. */
  readonly shape: readonly number[];
  /** Pictures of one pass as found before; absent: to be found. */
  readonly batch?: number;
}

/** What is known of a network that is open in the device's thread. */
export interface OpenedNetwork {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly runsOn: readonly string[];
  readonly batch: number;
}

/** From the main thread to the device's. */
export type HostMessage =
  | { readonly kind: 'open'; readonly id: number; readonly request: OpenRequest }
  | { readonly kind: 'connect'; readonly port: MessagePort }
  | { readonly kind: 'close' };

/** From the device's thread to the main one. */
export type DeviceMessage =
  | { readonly kind: 'opened'; readonly id: number; readonly network: OpenedNetwork }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly unavailable: boolean }
  | { readonly kind: 'smaller'; readonly model: string; readonly batch: number };

/** From a worker to the device's thread, and back. */
export type RunRequest = { readonly id: number; readonly model: string; readonly feeds?: Feeds };
export type RunReply =
  | { readonly id: number; readonly opened: OpenedNetwork }
  | { readonly id: number; readonly outputs: Outputs }
  | { readonly id: number; readonly failure: string };
