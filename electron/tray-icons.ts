/**
 * The tray's pictures, part of the bundle so that no path has to be right in a packaged app. They are drawn by
 * `scripts/draw-icons.mjs`.
 * @module
 */
import { type NativeImage, nativeImage } from 'electron';
import type { TrayShape } from './tray-reception.ts';

const files = import.meta.glob<string>('./icons/tray/*.png', { eager: true, query: '?inline', import: 'default' });

/** Size of the picture at a scale factor of 1, and the larger ones, in pixels. */
const sizes = {
  darwin: { base: 18, others: [36] },
  win32: { base: 16, others: [20, 24, 32, 48] },
  // Panels scale down: one picture that is large enough looks right on all of them.
  linux: { base: 32, others: [] },
} as const;

export function trayImage(shape: TrayShape, unread: boolean, platform: NodeJS.Platform): NativeImage {
  const { base, others } = platform === 'darwin' ? sizes.darwin : platform === 'win32' ? sizes.win32 : sizes.linux;
  const name = `./icons/tray/${shape}${unread ? '-unread' : ''}${platform === 'darwin' ? '-template' : ''}`;
  const image = nativeImage.createEmpty();
  for (const size of [base, ...others]) {
    const dataURL = files[`${name}-${size}.png`];
    if (dataURL === undefined) throw new Error(`The picture ${name}-${size}.png is missing.`);
    image.addRepresentation({ scaleFactor: size / base, dataURL });
  }
  if (platform === 'darwin') image.setTemplateImage(true);
  return image;
}
