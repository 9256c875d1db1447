import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { appUserModelId, productName } from '../../../electron/identity.ts';

const at = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

test('the app calls itself what its packages call it', () => {
  const packaging = load(at('electron-builder.yml'));
  expect(packaging).toMatchObject({ appId: appUserModelId, productName });
  expect(JSON.parse(at('package.json'))).toMatchObject({ desktopName: `app.texttray.${productName}.desktop` });
});
