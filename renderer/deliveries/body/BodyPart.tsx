import { useMemo } from 'react';
import type { DeliveryView } from '../../../src/contract/views.ts';
import { useActions, useWindow } from '../../state/binding.tsx';
import type { BodyTab } from '../../state/delivery-model.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { DetailPart } from '../DetailPart.tsx';
import { words } from '../words.ts';
import styles from './BodyPart.module.css';
import { type BodyRead, type Contents, readBody } from './contents.ts';
import { FindBar } from './FindBar.tsx';
import { FormView } from './FormView.tsx';
import type { Field } from './find.ts';
import { formFields, formText } from './form-rows.ts';
import { HexView } from './HexView.tsx';
import { hexText } from './hex-rows.ts';
import { JsonView } from './JsonView.tsx';
import { fieldsOf } from './json-rows.ts';
import type { Found } from './Marked.tsx';
import { prettyText } from './pretty-text.ts';
import { RawView, rawField } from './RawView.tsx';
import { useFind } from './useFind.ts';

const tabs: readonly BodyTab[] = ['pretty', 'raw', 'hex'];

export function BodyPart({ delivery }: { readonly delivery: DeliveryView }) {
  const isUnread = delivery.reason === 'body-too-large' || delivery.reason === 'body-incomplete';
  if (delivery.bodyBase64 !== '') return <Body delivery={delivery} />;
  return (
    <DetailPart title={words.body.title}>
      <p className={styles.note}>{isUnread ? words.body.notKept : words.body.empty}</p>
    </DetailPart>
  );
}

/** The bytes that came: in their own form, as text, or as they are. The way they are looked at is kept. */
function Body({ delivery }: { readonly delivery: DeliveryView }) {
  const { deliveries } = useActions();
  const tab = useWindow((state) => state.deliveries.tab);
  const read = useMemo(() => readBody(delivery), [delivery]);
  const fields = useMemo(() => () => fieldsIn(read, tab), [read, tab]);
  const find = useFind(fields);
  return (
    <DetailPart title={words.body.title} aside={<CopyButton label={words.body.copy[tab]} text={() => copyOf(read, tab)} />}>
      <div className={styles.tools}>
        <Segments
          label={words.body.tabs}
          value={tab}
          options={tabs.map((value) => ({ value, label: words.body.tab[value] }))}
          onValue={deliveries.setTab}
        />
        {tab !== 'hex' && <FindBar find={find} />}
      </div>
      {tab !== 'hex' && <Note read={read} tab={tab} />}
      <View read={read} tab={tab} found={find.found} />
    </DetailPart>
  );
}

function View({ read: { bytes, text, contents }, tab, found }: { readonly read: BodyRead; readonly tab: BodyTab; readonly found: Found }) {
  if (tab === 'hex') return <HexView bytes={bytes} />;
  if (tab === 'pretty' && contents.kind === 'json') return <JsonView tree={contents.tree} found={found} />;
  if (tab === 'pretty' && contents.kind === 'form') return <FormView pairs={contents.pairs} found={found} />;
  return <RawView text={text} found={found} />;
}

/** What is not as one would think. */
function Note({ read: { isText, contents }, tab }: { readonly read: BodyRead; readonly tab: BodyTab }) {
  if (!isText) return <p className={styles.note}>{words.body.binary}</p>;
  const said = tab === 'pretty' ? noteOn(contents) : undefined;
  return said && <p className={styles.note}>{said}</p>;
}

function noteOn(contents: Contents): string | undefined {
  if (contents.kind === 'broken-json') return words.body.brokenJson(contents.line, contents.column);
  return contents.kind === 'other' ? words.body.neither : undefined;
}

/** What one can search in, in the order it is shown. */
function fieldsIn({ text, contents }: BodyRead, tab: BodyTab): Iterable<Field> {
  if (tab === 'hex') return [];
  if (tab === 'pretty' && contents.kind === 'json') return fieldsOf(contents.tree);
  if (tab === 'pretty' && contents.kind === 'form') return formFields(contents.pairs);
  return [[rawField, text]];
}

function copyOf({ bytes, text, contents }: BodyRead, tab: BodyTab): string {
  if (tab === 'hex') return hexText(bytes);
  if (tab === 'pretty' && contents.kind === 'json') return prettyText(contents.tree);
  if (tab === 'pretty' && contents.kind === 'form') return formText(contents.pairs);
  return text;
}
