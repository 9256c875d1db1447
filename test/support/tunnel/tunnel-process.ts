/**
 * A tunnel with a receiver in a process of its own, which a test can stop and kill. Takes its settings as JSON, writes one
 * line of JSON for each state of the tunnel, and ends when its input does.
 * @module
 */
import type { TunnelSettings } from '../../../src/contract/tunnel.ts';
import type { TunnelWorld } from '../../../src/tunnel/carriers.ts';
import { startRecordingReceiver } from './recording-receiver.ts';
import { startTunnel } from './started-tunnel.ts';

const { settings, ssh } = JSON.parse(process.argv[2] ?? '{}') as { settings: TunnelSettings; ssh?: TunnelWorld['ssh'] };
const receiver = await startRecordingReceiver();
const tunnel = await startTunnel({ receiverUrl: receiver.url, ...(ssh !== undefined && { world: { ssh } }) });
tunnel.onChange(({ state, publicUrl, failure }) =>
  process.stdout.write(`${JSON.stringify({ state, publicUrl, failure: failure?.code })}\n`),
);
const configured = await tunnel.configure(settings);
if (!configured.ok) throw new Error(JSON.stringify(configured.error));
process.stdin.resume();
process.stdin.once('end', () => {
  void tunnel.close().then(() => process.exit(0));
});
