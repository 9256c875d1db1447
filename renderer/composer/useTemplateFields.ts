/**
 * Templates in the composer: what is known is filled in, the rest is selected field by field with Tab.
 * @module
 */
import { type RefObject, useEffect, useRef } from 'react';
import { fieldsIn, fillTemplate, type Template } from '../../src/domain/template.ts';
import { useAddress } from '../contacts/name.ts';
import { useWindow } from '../state/binding.tsx';
import { knownFields, nextField } from '../templates/fields.ts';

type Options = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly lineId: string | undefined;
  readonly peer: string;
};

export function useTemplateFields({ field, text, setText, lineId, peer }: Options) {
  const contact = useWindow((state) => state.contactsByAddress.get(peer));
  const line = useWindow((state) => state.lines.find(({ id }) => id === lineId));
  const number = useAddress(peer);
  /** Where to look for a field once the inserted text is in the page. */
  const inserted = useRef<number>(undefined);

  function select(from: number): boolean {
    const place = nextField(text, from);
    if (place === undefined) return false;
    field.current?.focus();
    field.current?.setSelectionRange(place.start, place.end);
    return true;
  }

  useEffect(() => {
    if (inserted.current === undefined) return;
    const from = inserted.current;
    inserted.current = undefined;
    if (!select(from)) field.current?.focus();
  });

  /** Puts a template where the caret is. */
  function insert(template: Template): void {
    const filled = fillTemplate(template.body, knownFields({ contact, number, line, now: new Date() })).text;
    const start = field.current?.selectionStart ?? text.length;
    const end = field.current?.selectionEnd ?? text.length;
    inserted.current = start;
    setText(text.slice(0, start) + filled + text.slice(end));
  }

  /** Goes on to the next field to be filled in; false when there is none, or none was ever inserted. */
  function goToField(): boolean {
    return fieldsIn(text).length > 0 && select(field.current?.selectionEnd ?? 0);
  }

  return { insert, goToField };
}
