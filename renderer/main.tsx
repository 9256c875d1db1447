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

const bridge = openBridge(window);
const asked = bridge.call('settings.get', {});
await speak('system');
const settings = await asked;
if (settings.ok) {
  const { language, textSize } = settings.value.reading;
  showTextSize(textSize);
  if (!isSpoken(language)) await speak(language);
}

const { startWindow } = await import('./start.tsx');
const root = document.getElementById('root');
if (root) startWindow(root, bridge);
