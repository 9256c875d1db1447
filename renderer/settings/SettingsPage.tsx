import { ShortcutList } from '../app/ShortcutList.tsx';
import { CodeSettings } from '../codes/CodeSettings.tsx';
import { NoticeSettings } from '../notices/NoticeSettings.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { TemplateSettings } from '../templates/TemplateSettings.tsx';
import { locale, texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Choice.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Page, Row, Section } from '../ui/Page.tsx';
import { CountrySettings } from './CountrySettings.tsx';
import { LaneSettings } from './LaneSettings.tsx';
import { MediaSettings } from './MediaSettings.tsx';
import { ReadingSettings } from './ReadingSettings.tsx';
import { RetentionForm } from './RetentionForm.tsx';
import { SendingSettings } from './SendingSettings.tsx';
import styles from './SettingsPage.module.css';
import { ThemeChoice } from './ThemeChoice.tsx';
import { TransferSettings } from './TransferSettings.tsx';

const words = texts.settings;
const pointing = texts.reception.settings;

export function SettingsPage() {
  const { lines, navigation } = useActions();
  const settings = useWindow((state) => state.settings);
  const host = useWindow((state) => state.host);
  if (!settings || !host) return null;
  return (
    <Page title={words.title} contents>
      <Section title={words.appearance}>
        <Row label={words.theme}>
          <ThemeChoice theme={settings.theme} onTheme={(theme) => void lines.updateSettings({ theme })} />
        </Row>
      </Section>
      <ReadingSettings reading={settings.reading} />
      <NoticeSettings settings={settings} />
      <CodeSettings codes={settings.codes} />
      <LaneSettings lanes={settings.lanes} />
      <SendingSettings seconds={settings.undoSendSeconds} />
      <TemplateSettings />
      <CountrySettings region={settings.region} />
      <Section title={texts.rules.title}>
        <Row label={texts.rules.openHelp}>
          <Button onClick={() => navigation.goTo({ name: 'rules' })}>{texts.rules.open}</Button>
        </Row>
      </Section>
      <MediaSettings media={settings.media} />
      {host.canStartAtLogin && (
        <Section title={words.general}>
          <Toggle
            label={words.startAtLogin}
            help={words.startAtLoginHelp}
            on={settings.startAtLogin}
            onToggle={(startAtLogin) => void lines.updateSettings({ startAtLogin })}
          />
        </Section>
      )}
      <Section title={pointing.title} help={pointing.help}>
        <Toggle
          label={pointing.onPause}
          on={settings.registration.restoreOnPause}
          onToggle={(restoreOnPause) => void lines.updateSettings({ registration: { restoreOnPause } })}
        />
        <Toggle
          label={pointing.onQuit}
          on={settings.registration.restoreOnQuit}
          onToggle={(restoreOnQuit) => void lines.updateSettings({ registration: { restoreOnQuit } })}
        />
      </Section>
      <Section title={words.retention} help={words.retentionHelp}>
        <RetentionForm key={`${settings.deliveries.keepDays}/${settings.deliveries.keepCount}`} limits={settings.deliveries} />
      </Section>
      <TransferSettings />
      <Section title={words.keyboard}>
        <ShortcutList />
      </Section>
      <About dataFolder={host.dataFolder} version={host.version} />
    </Page>
  );
}

function About({ dataFolder, version }: { readonly dataFolder: string; readonly version: string }) {
  const stored = useWindow((state) => state.totals.messages);
  return (
    <Section title={words.about}>
      <Row label={words.dataFolder} help={words.dataFolderHelp}>
        <span className={styles.folder}>
          <code className={styles.path}>{dataFolder}</code>
          <CopyButton text={dataFolder} />
        </span>
      </Row>
      <Row label={words.messages}>{new Intl.NumberFormat(locale).format(stored)}</Row>
      <Row label={words.version}>{version}</Row>
    </Section>
  );
}
