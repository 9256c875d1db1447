import { describe, expect, test } from 'vitest';
import { sampleNumbers, sampleTexts } from '../../../src/domain/sample-texts.ts';
import { segmentText } from '../../../src/domain/segments.ts';

describe('the sample texts', () => {
  test('are what their names say', () => {
    expect(segmentText(sampleTexts.text)).toMatchObject({ encoding: 'GSM-7', count: 1 });
    expect(segmentText(sampleTexts['ten-segments'])).toMatchObject({ encoding: 'GSM-7', count: 10 });
    expect(sampleTexts.emoji).toMatch(/\p{RGI_Emoji_ZWJ_Sequence}/v);
    expect(sampleTexts['right-to-left']).toMatch(/\p{Script=Hebrew}.*\p{Script=Latin}.*\p{Script=Arabic}/u);
  });

  test('come from and go to numbers nobody has', () => {
    for (const number of Object.values(sampleNumbers)) expect(number).toMatch(/^\+120255501\d\d$/);
  });
});
