/**
 * The drawings of the app's and the tray's icons, as SVG: a speech bubble that lands in an inbox tray.
 * @module
 */

const ink = '#141c3f';
const amber = '#ffb02e';

/**
 * The app's icon on a grid of 512.
 * @param {{ margin?: number }} [options] `margin`: empty units added on every side, as macOS wants them
 */
export function appIcon({ margin = 0 } = {}) {
  const side = 512 - 48 + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="${24 - margin} ${24 - margin} ${side} ${side}">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0.35" y2="1"><stop offset="0" stop-color="#2f4aa8"/><stop offset="1" stop-color="${ink}"/></linearGradient>
    <linearGradient id="tray" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffc857"/><stop offset="1" stop-color="#ff9f1c"/></linearGradient>
  </defs>
  <rect x="24" y="24" width="464" height="464" rx="112" fill="url(#sky)"/>
  <path d="M178 106h156a46 46 0 0 1 46 46v84a46 46 0 0 1-46 46h-52l-44 52a9 9 0 0 1-16-6v-46h-44a46 46 0 0 1-46-46v-84a46 46 0 0 1 46-46z" fill="#fff"/>
  <g fill="#24337a"><circle cx="194" cy="194" r="18"/><circle cx="256" cy="194" r="18"/><circle cx="318" cy="194" r="18"/></g>
  <path d="M96 268v72a62 62 0 0 0 62 62h196a62 62 0 0 0 62-62v-72" fill="none" stroke="url(#tray)" stroke-width="40" stroke-linecap="round"/>
</svg>
`;
}

const bubble =
  'M9.5 4.5h13a3.5 3.5 0 0 1 3.5 3.5v6a3.5 3.5 0 0 1-3.5 3.5h-4.2l-3.2 4a.9.9 0 0 1-1.6-.55v-3.45h-4a3.5 3.5 0 0 1-3.5-3.5v-6a3.5 3.5 0 0 1 3.5-3.5z';
const tray = 'M4 17.5v4.5a4.5 4.5 0 0 0 4.5 4.5h15a4.5 4.5 0 0 0 4.5-4.5v-4.5';

/** @param {string} bubbleColour @param {string} trayColour */
const glyph = (bubbleColour, trayColour) =>
  `<path d="${bubble}" fill="${bubbleColour}"/><path d="${tray}" fill="none" stroke="${trayColour}" stroke-width="3" stroke-linecap="round"/>`;

const bang =
  '<path d="M23 21.2v4.2" stroke="#000" stroke-width="2.1" stroke-linecap="round"/><circle cx="23" cy="28.4" r="1.25" fill="#000"/>';

/**
 * What the state of reception adds, told apart by shape: `hole` is cut out of what is below, `mark` is drawn into it.
 * @type {Record<'plain' | 'degraded' | 'unreachable' | 'paused', { hole: string, mark: (colour: string) => string, colour: string }>}
 */
const shapes = {
  plain: { hole: '', mark: () => '', colour: ink },
  degraded: {
    hole: '<path d="M23 14.5 32.5 31.8h-19z" fill="#000" stroke="#000" stroke-width="3" stroke-linejoin="round"/>',
    mark: (colour) =>
      `<mask id="bang"><rect width="32" height="32" fill="#fff"/>${bang}</mask>` +
      `<path mask="url(#bang)" d="M23 17.2 30.2 30.4H15.8z" fill="${colour}" stroke="${colour}" stroke-width="1.6" stroke-linejoin="round"/>`,
    colour: amber,
  },
  unreachable: {
    hole: '<path d="M4 3 29 30" stroke="#000" stroke-width="8" stroke-linecap="round"/>',
    mark: (colour) => `<path d="M4 3 29 30" stroke="${colour}" stroke-width="3.2" stroke-linecap="round"/>`,
    colour: '#ff6b5e',
  },
  paused: {
    hole: '<rect x="14.5" y="14.5" width="17.5" height="17.5" rx="4" fill="#000"/>',
    mark: (colour) =>
      `<g fill="${colour}"><rect x="17.5" y="17.5" width="4.8" height="13" rx="1.6"/><rect x="25.2" y="17.5" width="4.8" height="13" rx="1.6"/></g>`,
    colour: amber,
  },
};

export const trayStates = /** @type {readonly (keyof typeof shapes)[]} */ (Object.keys(shapes));

/**
 * A tray icon on a grid of 32. `template` is black on nothing, for macOS; the other carries its own ground, so that it can
 * be seen on light and on dark panels.
 * @param {keyof typeof shapes} state @param {boolean} unread @param {{ template: boolean }} options
 */
export function trayIcon(state, unread, { template }) {
  const { hole, mark, colour } = shapes[state];
  const ground = template ? glyph('#000', '#000') : `<rect width="32" height="32" rx="8" fill="#2b3f92"/>${glyph('#fff', amber)}`;
  // On its own dark plate the pause sign is seen on every panel.
  const plate = !template && state === 'paused' ? `<rect x="15.8" y="15.8" width="16.2" height="16.2" rx="3.4" fill="${ink}"/>` : '';
  const dotHole = unread ? '<circle cx="25.5" cy="6.5" r="8" fill="#000"/>' : '';
  const dot = unread ? `<circle cx="25.5" cy="6.5" r="${template ? 5.5 : 6}" fill="${template ? '#000' : '#ff4d4f'}"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">
  <mask id="holes"><rect width="32" height="32" fill="#fff"/>${hole}${dotHole}</mask>
  <g mask="url(#holes)">${ground}</g>${plate}${mark(template ? '#000' : colour)}${dot}
</svg>
`;
}

/** The dot on the Windows task bar, on a grid of 32. */
export const overlayIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><circle cx="16" cy="16" r="14" fill="#fff"/><circle cx="16" cy="16" r="12" fill="#ff4d4f"/></svg>\n';
