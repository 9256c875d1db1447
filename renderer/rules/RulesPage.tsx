import { useState } from 'react';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { draftOf, newAction, newDraft, type RuleDraft } from './draft.ts';
import { RuleForm } from './RuleForm.tsx';
import { RuleRow } from './RuleRow.tsx';
import styles from './RulesPage.module.css';

const words = texts.rules;

/** All rules in the order in which they look, or one of them in its form. */
export function RulesPage() {
  const rules = useWindow((state) => state.rules);
  const [draft, setDraft] = useState<RuleDraft>();
  if (draft !== undefined) return <RuleForm initial={draft} onClose={() => setDraft(undefined)} />;
  if (rules.length === 0) {
    return (
      <Page title={words.title} intro={words.intro}>
        <EmptyState icon="rule" title={words.none} text={words.noneHelp}>
          <div className={styles.starters}>
            {starters.map((starter) => (
              <Button key={starter} onClick={() => setDraft(starterDraft(starter))}>
                {words.starters[starter]}
              </Button>
            ))}
            <Button tone="primary" icon="plus" onClick={() => setDraft(newDraft())}>
              {words.add}
            </Button>
          </div>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={words.title} intro={words.intro}>
      <ul className={styles.list}>
        {rules.map((rule, index) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            place={{ first: index === 0, last: index === rules.length - 1 }}
            onEdit={() => setDraft(draftOf(rule))}
          />
        ))}
      </ul>
      <p>
        <Button icon="plus" onClick={() => setDraft(newDraft())}>
          {words.add}
        </Button>
      </p>
    </Page>
  );
}

const starters = ['away', 'keyword', 'tag', 'forward'] as const;

function starterDraft(starter: (typeof starters)[number]): RuleDraft {
  const name = words.starterNames[starter];
  switch (starter) {
    case 'away':
      return newDraft({ name, hoursMatter: true, actions: [newAction('answer', { body: words.starterAway })] });
    case 'keyword':
      return newDraft({ name, keywords: words.starterKeywords, actions: [newAction('answer', { body: words.starterAnswer })] });
    case 'tag':
      return newDraft({ name, keywords: words.starterTagKeywords, actions: [newAction('tag', { tag: words.starterTag })] });
    case 'forward':
      return newDraft({ name, actions: [newAction('forward')] });
  }
}
