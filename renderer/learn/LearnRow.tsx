import type { ProviderName } from '../../src/domain/line.ts';
import { useActions } from '../state/binding.tsx';
import { Button } from '../ui/Button.tsx';
import { Row } from '../ui/Page.tsx';
import { words } from './words.ts';

/** From a line to how its webhooks work. */
export function LearnRow({ provider }: { readonly provider: ProviderName }) {
  const { navigation } = useActions();
  return (
    <Row label={words.ofLine} help={words.ofLineHelp}>
      <Button icon="question" onClick={() => navigation.goTo({ name: 'learn', provider })}>
        {words.look}
      </Button>
    </Row>
  );
}
