import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Tip } from '../ui/Tip.tsx';
import styles from './ThreadTags.module.css';

type TagsProps = { readonly id: string; readonly tags: readonly string[] };

/** The tags of a conversation in its header: a press edits them. */
export function ThreadTags({ id, tags }: TagsProps) {
  const { conversations } = useActions();
  if (tags.length === 0) return null;
  return (
    <Tip label={texts.manage.tag}>
      <button type="button" className={styles.tags} onClick={() => conversations.ask({ about: 'tags', ids: [id] })}>
        <span className="visually-hidden">{texts.manage.tags.region}: </span>
        {tags.map((tag) => (
          <bdi key={tag} className={styles.tag}>
            {tag}
          </bdi>
        ))}
      </button>
    </Tip>
  );
}
