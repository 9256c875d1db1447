/**
 * What the replay lab holds while the window is open.
 * @module
 */
import type { Failure } from '../../src/contract/errors.ts';
import type { LabResult, Mutation } from '../../src/contract/lab.ts';
import type { Draft } from './draft.ts';

export type Via = 'loopback' | 'public';
export type Into = 'throwaway' | 'inbox';

/** A draft that was sent. */
export type LabRun = {
  readonly id: number;
  readonly lineId: string;
  readonly draft: Draft;
  readonly via: Via;
  readonly into: Into;
  /** `left`: nobody waits for it any longer; what comes nevertheless is shown. */
  readonly state: 'running' | 'left' | 'done' | 'failed';
  readonly results: readonly LabResult[];
  readonly failure: Failure | null;
};

/** What a sample says; '' leaves it to the core. */
export type SampleFields = {
  readonly from: string;
  readonly body: string;
  /** One address a line. */
  readonly media: string;
};

export type LabState = {
  readonly lineId: string | null;
  /** The captured delivery that everything is made of; `null`: samples. */
  readonly deliveryId: string | null;
  readonly sample: SampleFields;
  readonly draft: Draft | null;
  /** Which of the draft's requests is edited. */
  readonly shown: number;
  /** Those that make sense with the line's provider. */
  readonly mutations: readonly Mutation[];
  readonly composing: boolean;
  /** Why there is no draft, or why it was not sent. */
  readonly failure: Failure | null;
  readonly via: Via;
  readonly into: Into;
  /** Newest first. */
  readonly runs: readonly LabRun[];
  /** All mutations, one after the other. */
  readonly series: { readonly all: number; readonly done: number; readonly good: number; readonly running: boolean } | null;
};

export const emptyLab: LabState = {
  lineId: null,
  deliveryId: null,
  sample: { from: '', body: '', media: '' },
  draft: null,
  shown: 0,
  mutations: [],
  composing: false,
  failure: null,
  via: 'loopback',
  into: 'throwaway',
  runs: [],
  series: null,
};
