/**
 * A made-up reception: tunnels in several states, a ledger with every kind of gap, providers that point somewhere.
 * @module
 */
import type { GapView, ReachHistory, RegistrationView } from '../../../src/contract/reachability.ts';
import type { TunnelSettingsView } from '../../../src/contract/tunnel.ts';
import { type TunnelFailureCode, tunnelFailure } from '../../../src/contract/tunnel-failures.ts';
import type { TunnelStatus } from '../../../src/contract/views.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();

const settings: TunnelSettingsView = {
  ssh: {
    preset: 'own-server',
    host: 'server.example.com',
    port: 22,
    user: 'texttray',
    keyPath: '~/.ssh/id_ed25519',
    remote: { kind: 'port', port: 8765 },
    publicUrl: 'https://texts.example.com',
    hasPassphrase: true,
  },
  ngrok: { domain: 'your-name.ngrok-free.app', hasToken: true },
  cloudflared: { hasToken: false },
  former: { ssh: {} },
};

const log = [
  'Connecting to server.example.com.',
  'server.example.com showed its host key for the first time: it is remembered.',
  'Up at https://texts.example.com.',
  'The connection to the tunnel server was lost.',
  'Trying again in 0.4 s.',
  'Connecting to server.example.com again.',
  'Up at https://texts.example.com.',
].map((text, index) => ({ at: ago((8 - index) * 71_000), text }));

const receiverUrl = 'http://127.0.0.1:8765';

const failedWith = (code: TunnelFailureCode, details: Parameters<typeof tunnelFailure>[1] = {}): TunnelStatus => {
  const failure = tunnelFailure(code, details);
  const { message, action } = failure;
  return {
    kind: 'ssh',
    state: 'failed',
    publicUrl: null,
    receiverUrl,
    reception: 'not-reachable',
    since: ago(7 * minute),
    checkedAt: ago(8 * minute),
    roundTripMs: null,
    message,
    action,
    failure,
    log: [...log, { at: ago(7 * minute), text: `${message} ${action}.` }],
    settings,
  };
};

/** How the tunnel is, by the name of what is shown. */
export function sampleTunnel(show: string): TunnelStatus {
  const receiving: TunnelStatus = {
    kind: 'ssh',
    state: 'up',
    publicUrl: 'https://texts.example.com',
    receiverUrl,
    reception: 'receiving',
    since: ago(2.2 * hour),
    checkedAt: ago(9_000),
    roundTripMs: 412,
    message: 'Texts can arrive: proven in 412 ms.',
    log,
    settings,
  };
  const host = 'server.example.com:22';
  switch (show) {
    case 'first-run':
      return {
        kind: 'none',
        state: 'off',
        publicUrl: null,
        receiverUrl,
        reception: 'not-reachable',
        since: ago(0),
        checkedAt: null,
        roundTripMs: null,
        message: 'Only this computer can reach Texttray: no public address is set.',
        action: 'Set a public address',
        log: [],
        settings: { ssh: null, ngrok: { hasToken: false }, cloudflared: { hasToken: false }, former: { ssh: {} } },
      };
    case 'host-key':
      return failedWith('host-key-changed', {
        hostKeys: {
          known: { host, type: 'ssh-ed25519', fingerprint: 'SHA256:n0tTh3S4m3K3yAsB3f0r3wh1chW4sKn0wnS1nc3Th3F1rst' },
          shown: { host, type: 'ssh-ed25519', fingerprint: 'SHA256:0n3Th4tN0b0dyH4sS33nY3tAndTh4tM4yB3Anyb0dysK3y' },
        },
      });
    case 'wrong-key':
      return failedWith('key-refused');
    case 'paused':
      return {
        ...receiving,
        reception: 'paused',
        roundTripMs: null,
        message: 'Receiving is paused: providers are asked to try again later.',
        action: 'Resume receiving',
      };
    default:
      return receiving;
  }
}

const gaps: readonly GapView[] = [
  {
    from: ago(2.21 * hour),
    to: ago(2.2 * hour),
    causes: ['not-reachable'],
    lines: [
      { lineId: 'work', outcome: { kind: 'nothing-lost', retryMinutes: 30 } },
      { lineId: 'ink', outcome: { kind: 'cannot-check' } },
    ],
  },
  {
    from: ago(9.4 * hour),
    to: ago(8.9 * hour),
    causes: ['paused'],
    lines: [
      { lineId: 'work', outcome: { kind: 'checking' } },
      { lineId: 'phone', outcome: { kind: 'waiting' } },
    ],
  },
  {
    from: ago(21 * hour),
    to: ago(13.5 * hour),
    causes: ['asleep', 'not-reachable'],
    lines: [
      { lineId: 'work', outcome: { kind: 'checked', at: ago(13.4 * hour), from: ago(21 * hour), to: ago(13.5 * hour), recovered: 3 } },
      {
        lineId: 'phone',
        outcome: { kind: 'failed', at: ago(13.4 * hour), message: 'Mobile API Connect did not answer.', recovered: 0 },
      },
    ],
  },
  {
    from: ago(9 * day),
    to: ago(7.6 * day),
    causes: ['closed', 'not-reachable'],
    lines: [{ lineId: 'work', outcome: { kind: 'checked', at: ago(7.5 * day), from: ago(9 * day), to: ago(7.6 * day), recovered: 0 } }],
  },
];

/** The ledger of the last days, of which the first few are not known. */
export function sampleHistory(days: number, show: string): ReachHistory {
  const [from, to] = [ago(days * day), ago(0)];
  if (show === 'first-run') return { from, to, spans: [{ state: 'not-reachable', from: ago(2 * minute), to }], gaps: [] };
  const begin = days === 1 ? from : ago(24 * day);
  const known = gaps.filter((gap) => (gap.to ?? to) > begin);
  const spans: ReachHistory['spans'] = [];
  let reached = begin;
  for (const gap of known.toReversed()) {
    const [start, end] = [gap.from < begin ? begin : gap.from, gap.to ?? to];
    if (reached < start) spans.push({ state: 'receiving', from: reached, to: start });
    spans.push({ state: gap.causes[0] ?? 'not-reachable', from: start, to: end });
    reached = end;
  }
  spans.push({ state: 'receiving', from: reached, to });
  return { from, to, spans, gaps: [...known] };
}

const registrations: Readonly<Record<string, Omit<RegistrationView, 'lineId'>>> = {
  work: {
    state: 'elsewhere',
    can: 'register-by-guess',
    canCheck: true,
    url: 'https://old-tool.example.com/sms',
    previousUrl: 'https://old-tool.example.com/sms',
    checkedAt: ago(40 * minute),
    message: 'Your provider sends texts somewhere else.',
    action: 'Point it here',
  },
  ink: {
    state: 'old-address',
    can: 'not',
    canCheck: false,
    url: 'https://earlier.lhr.life/hooks/inkxxxxxxxxxxxxxxxxxxx',
    previousUrl: null,
    checkedAt: ago(3 * hour),
    message: 'Your provider still holds an earlier address of Texttray.',
    action: 'Copy the webhook URL into your provider’s settings',
  },
  phone: {
    state: 'here',
    can: 'register',
    canCheck: false,
    url: 'https://texts.example.com/hooks/phonexxxxxxxxxxxxxxxxx',
    previousUrl: 'https://erp.example.com/inbound',
    checkedAt: ago(20 * minute),
    message: 'Your provider sends texts here.',
  },
};

/** Where a sample line's provider points; a line added later is told by hand. */
export function sampleRegistration(lineId: string): RegistrationView | null {
  if (lineId === 'practice') return null;
  const byHand: Omit<RegistrationView, 'lineId'> = {
    state: 'by-hand',
    can: 'not',
    canCheck: false,
    url: null,
    previousUrl: null,
    checkedAt: null,
    message: 'No delivery has come in through this address yet.',
    action: 'Copy the webhook URL into your provider’s settings',
  };
  return { lineId, ...(registrations[lineId] ?? byHand) };
}
