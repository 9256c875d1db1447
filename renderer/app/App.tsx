import { Tooltip } from 'radix-ui';
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { useFocusKept } from '../keyboard/useFocusKept.ts';
import { useKeyPresses } from '../keyboard/useKeyPresses.ts';
import { useWindowCommands } from '../keyboard/useWindowCommands.ts';
import { PaletteHost } from '../palette/PaletteHost.tsx';
import { useWindow } from '../state/binding.tsx';
import { takeNoticeOfTextSize } from '../text-size.ts';
import { texts } from '../texts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { OverlayContext } from '../ui/overlays.ts';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './App.module.css';
import { Banners } from './Banners.tsx';
import { InboxPage } from './InboxPage.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { Sidebar } from './Sidebar.tsx';
import { Toasts } from './Toasts.tsx';

// Pages one rarely opens are loaded when one does.
const ScheduledPage = lazy(async () => ({ default: (await import('../composer/ScheduledPage.tsx')).ScheduledPage }));
const DeliveriesPage = lazy(async () => ({ default: (await import('../deliveries/DeliveriesPage.tsx')).DeliveriesPage }));
const LabPage = lazy(async () => ({ default: (await import('../lab/LabPage.tsx')).LabPage }));
const ComparePage = lazy(async () => ({ default: (await import('../compare/ComparePage.tsx')).ComparePage }));
const AddLinePage = lazy(async () => ({ default: (await import('../lines/AddLinePage.tsx')).AddLinePage }));
const LinePage = lazy(async () => ({ default: (await import('../lines/LinePage.tsx')).LinePage }));
const ReceptionPage = lazy(async () => ({ default: (await import('../reception/ReceptionPage.tsx')).ReceptionPage }));
const SettingsPage = lazy(async () => ({ default: (await import('../settings/SettingsPage.tsx')).SettingsPage }));
const RulesPage = lazy(async () => ({ default: (await import('../rules/RulesPage.tsx')).RulesPage }));
const LearnPage = lazy(async () => ({ default: (await import('../learn/LearnPage.tsx')).LearnPage }));
const ContactsPage = lazy(async () => ({ default: (await import('../contacts/ContactsPage.tsx')).ContactsPage }));

const ImportPage = lazy(async () => ({ default: (await import('../exchange/ImportPage.tsx')).ImportPage }));
const ExportPage = lazy(async () => ({ default: (await import('../exchange/ExportPage.tsx')).ExportPage }));

export function App() {
  useTheme();
  useKeyPresses();
  useWindowCommands();
  useFocusKept();
  useTitle();
  const ready = useWindow((state) => state.host !== null);
  const refused = useWindow((state) => state.connection === 'refused');
  if (refused) return <Refused />;
  if (!ready) return <Opening />;
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={300}>
      <Window />
      <Toasts />
      <ShortcutSheet />
      <PaletteHost />
      <LiveRegion />
    </Tooltip.Provider>
  );
}

function Window() {
  const textSize = useWindow((state) => state.settings?.reading.textSize);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size is read from the page.
  useLayoutEffect(takeNoticeOfTextSize, [textSize]);
  const lanesShown = useWindow((state) => state.lanesShown);
  const [overlays, setOverlays] = useState<HTMLElement | null>(null);
  return (
    <OverlayContext value={overlays}>
      <div className={styles.window} data-shows={lanesShown ? 'lanes' : 'page'}>
        <Sidebar />
        <main className={styles.main}>
          <Banners />
          <div className={styles.sheet}>
            <Suspense fallback={<Spinner label={texts.loading} />}>
              <CurrentPage />
            </Suspense>
          </div>
          <div ref={setOverlays} />
        </main>
      </div>
    </OverlayContext>
  );
}

function CurrentPage() {
  const page = useWindow((state) => state.page);
  switch (page.name) {
    case 'inbox':
      return <InboxPage lane={page.lane} opened={page.opened} />;
    case 'deliveries':
      return <DeliveriesPage deliveryId={page.deliveryId} />;
    case 'lab':
      return <LabPage lineId={page.lineId} deliveryId={page.deliveryId} />;
    case 'compare':
      return <ComparePage one={page.one} other={page.other} />;
    case 'line':
      return <LinePage key={page.lineId} lineId={page.lineId} />;
    case 'contacts':
      return <ContactsPage shows={page.shows} />;
    case 'add-line':
      return <AddLinePage />;
    case 'reception':
      return <ReceptionPage />;
    case 'rules':
      return <RulesPage />;
    case 'learn':
      return <LearnPage provider={page.provider} />;
    case 'scheduled':
      return <ScheduledPage />;
    case 'import':
      return (
        <Suspense fallback={<Spinner label={texts.loading} />}>
          <ImportPage />
        </Suspense>
      );
    case 'export':
      return (
        <Suspense fallback={<Spinner label={texts.loading} />}>
          <ExportPage key={page.conversationId} conversationId={page.conversationId} />
        </Suspense>
      );
    case 'settings':
      return <SettingsPage />;
  }
}

function Opening() {
  const lost = useWindow((state) => state.connection === 'lost');
  return (
    <main className={styles.alone} aria-busy={!lost}>
      {lost ? (
        <EmptyState icon="alert" title={texts.connection.lost} text={texts.connection.lostAction} />
      ) : (
        <Spinner label={texts.connection.connecting} />
      )}
    </main>
  );
}

function Refused() {
  return (
    <main className={styles.alone}>
      <EmptyState icon="alert" title={texts.connection.refusedTitle} text={texts.connection.refused} />
    </main>
  );
}

/** Follows the chosen theme; `system` leaves it to the colour scheme of the computer. */
function useTheme(): void {
  const theme = useWindow((state) => state.settings?.theme ?? 'system');
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}

/** Unread messages in the title: what a browser tab can show of the badge. */
function useTitle(): void {
  const unread = useWindow((state) => state.totals.unread);
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${texts.product}` : texts.product;
  }, [unread]);
}
