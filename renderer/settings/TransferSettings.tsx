import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Row, Section } from '../ui/Page.tsx';
import styles from './TransferSettings.module.css';

const words = texts.exchange;

/** The way to importing and exporting. */
export function TransferSettings() {
  const { navigation } = useActions();
  return (
    <Section title={words.settings}>
      <Row label={words.settings} help={words.settingsHelp}>
        <span className={styles.buttons}>
          <Button icon="upload" onClick={() => navigation.goTo({ name: 'import' })}>
            {words.openImport}
          </Button>
          <Button icon="download" onClick={() => navigation.goTo({ name: 'export' })}>
            {words.openExport}
          </Button>
        </span>
      </Row>
    </Section>
  );
}
