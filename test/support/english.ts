/**
 * Tests of the window's parts read its English words, as those of a window in English would.
 * @module
 */
import { en } from '../../renderer/texts/en/index.ts';
import { speakWith } from '../../renderer/texts.ts';

speakWith(en, 'en-US');
