import type { Failure } from '../../src/contract/errors.ts';
import { Segments } from '../ui/Segments.tsx';
import { BodyEditor } from './BodyEditor.tsx';
import type { Draft } from './draft.ts';
import { HeaderRows } from './HeaderRows.tsx';
import { nameOf } from './names.ts';
import styles from './RequestEditor.module.css';
import { useLab, useLabState } from './useLab.ts';
import { words } from './words.ts';

type RequestEditorProps = { readonly draft: Draft; readonly failure: Failure | null };

/** The request as it will be sent: its proof, its headers, its body. */
export function RequestEditor({ draft, failure }: RequestEditorProps) {
  const lab = useLab();
  const shown = useLabState((state) => state.shown);
  const request = draft.requests[shown];
  if (!request) return null;
  const all = draft.requests.length;
  const contentType = request.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  return (
    <section className={styles.editor} aria-labelledby="lab-request">
      <h2 className={styles.heading} id="lab-request">
        {words.editorOf(nameOf(draft))}
      </h2>
      {all > 1 && (
        <div className={styles.part}>
          <p className={styles.help}>{draft.together ? words.severalTogether(all) : words.several(all)}</p>
          <Segments
            label={words.whichRequest}
            value={shown}
            options={draft.requests.map((_request, place) => ({ value: place, label: words.nth(place + 1, all) }))}
            onValue={lab.show}
          />
        </div>
      )}
      <div className={styles.part}>
        <Segments
          label={words.sign}
          labelled
          value={request.sign}
          options={[
            { value: 'line', label: words.signs.line },
            { value: 'as-is', label: words.signs['as-is'] },
          ]}
          onValue={(sign) => lab.change({ sign })}
        />
        <p className={styles.help}>{words.signHelp[request.sign]}</p>
      </div>
      <HeaderRows
        key={shown}
        headers={request.headers}
        errorsAt={errorsOf(failure, shown)}
        onHeaders={(headers) => lab.change({ headers })}
      />
      <BodyEditor body={request.body} contentType={contentType} onText={(text) => lab.change({ body: { kind: 'text', text } })} />
    </section>
  );
}

/** What is wrong with single headers of a request, by their place. */
function errorsOf(failure: Failure | null, place: number): (header: number) => string | undefined {
  return (header) => failure?.fields?.[`requests.${place}.headers.${header}`];
}
