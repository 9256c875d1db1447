import { Switch } from 'radix-ui';
import type { Rule } from '../../src/domain/rule.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import choice from '../ui/Choice.module.css';
import { MenuButton, type MenuItem } from '../ui/Menu.tsx';
import styles from './RulesPage.module.css';
import { actionWords, whenOf } from './summary.ts';

const words = texts.rules;

type RuleRowProps = {
  readonly rule: Rule;
  readonly place: { readonly first: boolean; readonly last: boolean };
  readonly onEdit: () => void;
};

export function RuleRow({ rule, place, onEdit }: RuleRowProps) {
  const { rules } = useActions();
  const lines = useWindow((state) => state.lines);
  const { id, name, enabled, actions } = rule;
  const moves: MenuItem[] = [];
  if (!place.first) moves.push({ label: words.moveUp, icon: 'up', run: () => void rules.move(id, -1) });
  if (!place.last) moves.push({ label: words.moveDown, icon: 'down', run: () => void rules.move(id, 1) });
  return (
    <li className={styles.row} data-off={enabled ? undefined : ''}>
      <Switch.Root
        className={choice.switch}
        checked={enabled}
        aria-label={words.on(name)}
        onCheckedChange={(on) => void rules.toggle(rule, on)}
      >
        <Switch.Thumb className={choice.thumb} />
      </Switch.Root>
      <button type="button" className={styles.words} onClick={onEdit}>
        <span className={styles.name}>{name}</span>
        <span className={styles.when}>{whenOf(rule, lines)}</span>
        <span className={styles.does}>{actions.map(actionWords).join(' · ')}</span>
      </button>
      <MenuButton
        label={words.actionsFor(name)}
        items={[
          { label: words.edit, icon: 'compose', run: onEdit },
          ...moves,
          { label: words.remove, icon: 'trash', bad: true, separated: true, run: () => void rules.remove(id) },
        ]}
      />
    </li>
  );
}
