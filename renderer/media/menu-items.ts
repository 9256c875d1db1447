import { canBeOpened } from '../../src/domain/media-type.ts';
import type { Media, Message } from '../../src/domain/message.ts';
import type { MediaActions } from '../state/media.ts';
import { texts } from '../texts.ts';
import type { MenuItem } from '../ui/Menu.tsx';
import { shownAs } from './boxes.ts';
import { nameOf } from './words.ts';

const words = texts.media;
/** A menu is no list of files. */
const mostListed = 4;

/** What can be done with a message's attachments: their own buttons are no Tab stops. */
export function attachmentItems({ id, media = [] }: Message, actions: MediaActions, canOpen: boolean): readonly MenuItem[] {
  return media.slice(0, mostListed).flatMap((attachment, index) => {
    const name = distinctName(media, index);
    const place = { messageId: id, index };
    switch (shownAs(attachment)) {
      case 'waiting':
      case 'link':
        return [];
      case 'failed':
        return attachment.url === undefined
          ? []
          : [{ label: words.downloadNamed(name), icon: 'download', run: () => void actions.retry(place) } as const];
      default:
        if (attachment.file === undefined) return [];
        return [
          ...(shownAs(attachment) === 'picture'
            ? [{ label: words.viewNamed(name), icon: 'image', run: () => actions.view(place) } as const]
            : []),
          ...(canOpen && canBeOpened(attachment.type)
            ? [{ label: words.openNamed(name), icon: 'open', run: () => void actions.open(place) } as const]
            : []),
          { label: words.saveNamed(name), icon: 'download', run: () => void actions.save(place) } as const,
        ];
    }
  });
}

/** Its name, with its number where two are called alike. */
function distinctName(media: readonly Media[], index: number): string {
  const names = media.map(nameOf);
  const name = names[index] ?? '';
  return names.filter((other) => other === name).length > 1 ? `${name} ${index + 1}` : name;
}
