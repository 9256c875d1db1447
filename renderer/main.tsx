/**
 * Where the window begins: it asks for the language, and loads the rest when its words are there, because words are read
 * into constants. Until the core answers, and where it does not, the system's language holds.
 * @module
 */
import './tokens.css';
import './base.css';
import { openBridge } from './bridge.ts';
import { isSpoken, speak } from './language.ts';
import { showTextSize } from './text-size.ts';

/** A core that takes longer than this to answer is not waited for, in milliseconds; its answer is followed later. */
const patience = 2_000;

const bridge = openBridge(window);
const asked = bridge.call('settings.get', {});
await speak('system');
const settings = await Promise.race([asked, new Promise<undefined>((resolve) => setTimeout(resolve, patience))]);
if (settings?.ok) {
  const { language, textSize } = settings.value.reading;
  showTextSize(textSize);
  if (!isSpoken(language)) await speak(language);
}

const { startWindow } = await import('./start.tsx');
const root = document.getElementById('root');
if (root) startWindow(root, bridge);
