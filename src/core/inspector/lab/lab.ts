/**
 * The contract's `deliveries.compose` and `deliveries.replay`: the replay lab.
 * @module
 */
import type { Part } from '../../ground.ts';
import { createCompose } from './compose.ts';
import type { LabGround } from './ground.ts';
import { createReplay } from './replay.ts';

export function createLab(ground: LabGround): Part<'deliveries.compose' | 'deliveries.replay'> {
  const replay = createReplay(ground);
  return {
    handlers: { 'deliveries.compose': createCompose(ground), 'deliveries.replay': replay.handler },
    close: replay.close,
  };
}
