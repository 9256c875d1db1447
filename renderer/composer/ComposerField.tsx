import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import { segmentText } from '../../src/domain/segments.ts';
import { focusMarks } from '../app/focus-marks.ts';
import { pane } from '../keyboard/panes.ts';
import { useWindow } from '../state/binding.tsx';
import { TemplatePicker } from '../templates/TemplatePicker.tsx';
import { texts } from '../texts.ts';
import { IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { isNarrow } from '../ui/text-scale.ts';
import { AddAttachment, Attachments } from './Attachments.tsx';
import styles from './Composer.module.css';
import { DoubtBanner } from './DoubtBanner.tsx';
import { GrowingField } from './GrowingField.tsx';
import { SegmentCount } from './SegmentCount.tsx';
import { SendLater } from './SendLater.tsx';
import { TheirTimeNote } from './TheirTimeNote.tsx';
import type { Composition } from './useComposition.ts';
import { useTemplateFields } from './useTemplateFields.ts';

type ComposerFieldProps = {
  readonly composition: Composition;
  readonly lineId: string | undefined;
  /** To whom it goes, as far as that is known. */
  readonly peer: string;
  readonly label: string;
  readonly placeholder: string;
  readonly autoFocus?: boolean;
  /** Takes back what was sent last; answers whether there was something to take back. */
  readonly onTakeBack?: () => boolean;
};

export function ComposerField({ composition, lineId, peer, label, placeholder, autoFocus = false, onTakeBack }: ComposerFieldProps) {
  const { text, setText, mediaUrls, setMediaUrls, failure, doubt, busy, isEmpty, send, schedule } = composition;
  const field = useRef<HTMLTextAreaElement>(null);
  const maxMedia = useMaxMedia(lineId);
  const [caret, setCaret] = useState(Number.MAX_SAFE_INTEGER);
  const segmentation = segmentText(text);
  const complaints = failure ? complaintsOf(failure) : '';
  const { insert, goToField } = useTemplateFields({ field, text, setText, lineId, peer });
  useEffect(() => {
    // A touch screen's keyboard would cover the conversation just opened.
    if (autoFocus && !isNarrow() && !window.matchMedia('(hover: none)').matches) field.current?.focus();
  }, [autoFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const undoes = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && text === '';
    if (event.key === 'Tab' && !event.shiftKey && goToField()) event.preventDefault();
    else if (undoes && onTakeBack?.() === true) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  };
  return (
    <form
      className={styles.composer}
      {...pane('composer')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {failure && complaints !== '' && (
        <p className={styles.failure} role="alert">
          <Icon name="alert" size={16} />
          <span>
            {complaints} {!failure.fields && failure.action && `${failure.action}.`}
          </span>
        </p>
      )}
      {doubt && <DoubtBanner doubt={doubt} onSend={() => void send(true)} />}
      <Attachments urls={mediaUrls} onChange={setMediaUrls} />
      <div className={styles.box}>
        {mediaUrls.length < maxMedia && <AddAttachment onAdd={(url) => setMediaUrls([...new Set([...mediaUrls, url])])} />}
        <TemplatePicker text={text} onPick={insert} />
        <GrowingField
          ref={field}
          label={label}
          placeholder={placeholder}
          text={text}
          underlined={segmentation.forcedBy}
          onText={setText}
          onCaret={setCaret}
          onKeyDown={onKeyDown}
          marks={{ [focusMarks.composer]: '' }}
        />
        <SendLater peer={peer} disabled={isEmpty} onSchedule={schedule} />
        <IconButton
          type="submit"
          icon="send"
          label={texts.composer.send}
          tone="primary"
          tipSide="top"
          className={styles.send}
          disabled={isEmpty}
          aria-busy={busy}
        />
      </div>
      <div className={styles.foot}>
        <TheirTimeNote peer={peer} />
        <SegmentCount text={text} caret={Math.min(caret, text.length)} segmentation={segmentation} onText={setText} />
      </div>
    </form>
  );
}

/** What to say above the field; the complaint about the number stands beside the number. */
function complaintsOf({ fields, message }: Failure): string {
  if (!fields) return message;
  return Object.entries(fields)
    .filter(([path]) => path !== 'to')
    .map(([, complaint]) => complaint)
    .join(' ');
}

/** How many attachments the line's provider takes in one message. */
function useMaxMedia(lineId: string | undefined): number {
  return useWindow(({ lines, providers }) => {
    const provider = lines.find(({ id }) => id === lineId)?.provider;
    return providers.find(({ name }) => name === provider)?.maxMedia ?? 0;
  });
}
