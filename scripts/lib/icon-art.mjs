/**
 * The drawings of the app's and the tray's icons, as SVG: a speech bubble with an inbox tray in it, the mark of
 * `renderer/icon.svg`.
 * @module
 */

const ink = '#06231c';
const amber = '#ffb02e';

/**
 * The app's icon on a grid of 64.
 * @param {{ margin?: number }} [options] `margin`: empty units added on every side, as macOS wants them
 */
export function appIcon({ margin = 0 } = {}) {
  const side = 64 + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="${-margin} ${-margin} ${side} ${side}">
  <defs>
    <linearGradient id="ground" x1="0" y1="0" x2="0.3" y2="1"><stop offset="0" stop-color="#14907a"/><stop offset="1" stop-color="#085042"/></linearGradient>
  </defs>
  <rect width="64" height="64" rx="15" fill="url(#ground)"/>
  <path d="M16 16.5h32a5 5 0 0 1 5 5v15a5 5 0 0 1-5 5H31l-8.500 7.600a.9.9 0 0 1-1.500-.7v-6.900h-5a5 5 0 0 1-5-5v-15a5 5 0 0 1 5-5z" fill="#fff"/>
  <path d="M19.500 28.800h7.500l2.500 4.200h5l2.500-4.200h7.500" fill="none" stroke="#0c6a58" stroke-width="3.800" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
`;
}

const bubble =
  'M6.500 3.500h19a4 4 0 0 1 4 4v12.500a4 4 0 0 1-4 4h-9.500l-5.300 5a.9.9 0 0 1-1.500-.6v-4.400h-2.700a4 4 0 0 1-4-4v-12.500a4 4 0 0 1 4-4z';
const notch = 'M7.800 13.300h4.400l1.800 3h4l1.800-3h4.400';

/** On its own ground the bubble is smaller. */
const inset = 'translate(16 16.500) scale(.72) translate(-16 -15.500)';

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
  const tray = `<path d="${notch}" fill="none" stroke="#000" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>`;
  const cut = `<mask id="tray"><rect width="32" height="32" fill="#fff"/>${tray}</mask>`;
  const sign = `${cut}<path mask="url(#tray)" d="${bubble}" fill="${template ? '#000' : '#fff'}"/>`;
  const ground = template ? sign : `<rect width="32" height="32" rx="8" fill="#0c6a58"/><g transform="${inset}">${sign}</g>`;
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
