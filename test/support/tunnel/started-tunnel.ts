/**
 * The whole tunnel as the app makes it, with its document and vault in memory.
 * @module
 */
import { systemClock, systemRandom } from '../../../src/app/system.ts';
import type { TunnelSettings } from '../../../src/contract/tunnel.ts';
import type { Clock, Document, SecretVault, TunnelReport } from '../../../src/core/ports.ts';
import type { TunnelWorld } from '../../../src/tunnel/carriers.ts';
import { noTunnel, type TunnelDocument } from '../../../src/tunnel/document.ts';
import { createTunnel, type SupervisedTunnel } from '../../../src/tunnel/tunnel.ts';
import { eventually } from '../eventually.ts';
import { memoryDocument } from '../memory-document.ts';
import { memoryVault } from '../memory-vault.ts';
import { silentLogger } from '../silent-logger.ts';

export type StartedTunnel = SupervisedTunnel & {
  /** Every report that was told, oldest first. */
  readonly reports: TunnelReport[];
  readonly document: Document<TunnelDocument>;
  readonly vault: SecretVault;
  /** Waits for a state; the report of then. */
  until(state: TunnelReport['state']): Promise<TunnelReport>;
  /** Waits until the latest failure is this one; the report of then. */
  untilFailure(code: string): Promise<TunnelReport>;
  log(): string[];
};

export type StartedTunnelOptions = {
  readonly receiverUrl: string;
  readonly settings?: TunnelSettings;
  readonly world?: TunnelWorld;
  readonly document?: Document<TunnelDocument>;
  readonly vault?: SecretVault;
  readonly clock?: Clock;
};

/** Starts a tunnel; the caller closes it. Fails when the settings are refused. */
export async function startTunnel(options: StartedTunnelOptions): Promise<StartedTunnel> {
  const {
    receiverUrl,
    settings,
    world = {},
    document = memoryDocument<TunnelDocument>(noTunnel),
    vault = memoryVault(),
    clock = systemClock,
  } = options;
  const tunnel = createTunnel({
    document,
    clock,
    random: systemRandom,
    vault,
    logger: silentLogger,
    receiverUrl: () => receiverUrl,
    world,
  });
  const reports: TunnelReport[] = [];
  tunnel.onChange((report) => reports.push(report));
  tunnel.begin();
  if (settings !== undefined) {
    const configured = await tunnel.configure(settings);
    if (!configured.ok) throw new Error(JSON.stringify(configured.error));
  }
  const log = (): string[] => tunnel.report().log.map(({ text }) => text);
  const wait = (what: string, is: (report: TunnelReport) => boolean): Promise<TunnelReport> =>
    eventually(`${what}; its log:\n${log().join('\n')}`, () => {
      const report = tunnel.report();
      return is(report) ? report : undefined;
    });
  return {
    ...tunnel,
    reports,
    document,
    vault,
    log,
    until: (state) => wait(`the tunnel is ${state}`, (report) => report.state === state),
    untilFailure: (code) => wait(`the tunnel says ${code}`, (report) => report.failure?.code === code),
  };
}
