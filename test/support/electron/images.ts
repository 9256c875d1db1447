/**
 * Stands in for `nativeImage`: keeps what it is given, draws nothing.
 * @module
 */
import type { NativeImage, nativeImage as RealNativeImage } from 'electron';

type Picture = { scaleFactor: number; dataURL: string };
const pictures = new WeakMap<object, Picture[]>();
const templates = new WeakSet<object>();

function createImage(first: readonly Picture[]): NativeImage {
  const own = [...first];
  const image = {
    isEmpty: () => own.length === 0,
    addRepresentation({ scaleFactor = 1, dataURL = '' }) {
      if (!dataURL.startsWith('data:image/png;base64,')) throw new Error('The stand-in takes PNG data URLs only.');
      own.push({ scaleFactor, dataURL });
    },
    getScaleFactors: () => own.map(({ scaleFactor }) => scaleFactor),
    setTemplateImage(isTemplate) {
      if (isTemplate) templates.add(image);
      else templates.delete(image);
    },
    isTemplateImage: () => templates.has(image),
    toDataURL: () => own[0]?.dataURL ?? '',
  } satisfies Partial<NativeImage> as NativeImage;
  pictures.set(image, own);
  return image;
}

export const nativeImage = {
  createEmpty: () => createImage([]),
  createFromDataURL: (dataURL) => createImage([{ scaleFactor: 1, dataURL }]),
} satisfies Partial<typeof RealNativeImage>;
