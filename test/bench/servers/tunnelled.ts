/** Express that answers 204, with an ssh tunnel that leads to it: in one process, as in the app. */

import type { AddressInfo } from 'node:net';
import express from 'express';
import { tunnelSettingsSchema } from '../../../src/contract/tunnel.ts';
import { startTunnel } from '../../support/tunnel/started-tunnel.ts';
import { endWithParent } from './serve.ts';

export type Tunnelled = { readonly ready: true; readonly url: string };

endWithParent();
const settings = tunnelSettingsSchema.parse(JSON.parse(process.argv[2] ?? '{}'));
const app = express();
app.disable('x-powered-by');
app.post('/hook', express.raw({ type: () => true }), (_request, response) => void response.status(204).end());
const server = app.listen(0, '127.0.0.1', async () => {
  const receiverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tunnel = await startTunnel({ receiverUrl, settings });
  await tunnel.until('up');
  process.send?.({ ready: true, url: receiverUrl } satisfies Tunnelled);
});
