/**
 * Opens the settings at one of their sections.
 * @module
 */
import type { Actions } from '../state/actions.ts';

/** The page may be loaded only now; after so many frames it is not waited for any more. */
const patience = 120;

export function showSettings({ navigation }: Pick<Actions, 'navigation'>, title: string): void {
  navigation.goTo({ name: 'settings' });
  const look = (frames: number): void => {
    const headings = [...document.querySelectorAll<HTMLElement>('[data-pane="page"] h2')];
    const heading = headings.find(({ textContent }) => textContent === title);
    if (heading === undefined) {
      if (frames < patience) requestAnimationFrame(() => look(frames + 1));
      return;
    }
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  };
  requestAnimationFrame(() => look(0));
}
