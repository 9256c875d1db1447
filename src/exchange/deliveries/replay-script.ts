/**
 * The script that goes with a folder of deliveries. It is read and run by people without Texttray, so it needs nothing but
 * Node 18.
 * @module
 */
export const replayScript = `#!/usr/bin/env node
// Posts every delivery of this folder to a receiver, one after the other, in the order in which they came.
//
//   node replay.mjs http://127.0.0.1:3000/webhook            prints what was answered
//   node replay.mjs http://127.0.0.1:3000/webhook --expect   and fails when a status differs from the recorded one
//
// Method, query, headers and bytes are the recorded ones. Host, Content-Length and what else belongs to the connection is
// made anew. Secrets are not given away: where a delivery has one, it is taken from a variable of the environment, for example
// TEXTTRAY_AUTHORIZATION, and left out when that is not set.
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { fileURLToPath } from 'node:url';

const ofTheConnection = new Set([
  'host', 'content-length', 'connection', 'keep-alive', 'proxy-connection', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'expect',
]);

/** All deliveries, for tests that want to post them themselves. */
export function readDeliveries() {
  const folder = new URL('deliveries/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json')).sort((one, other) => parseInt(one) - parseInt(other));
  return names.map((name) => ({ name, ...JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }));
}

/** Posts one delivery; resolves with { status, body }. */
export function post(delivery, target) {
  const url = new URL(target);
  if (delivery.query) url.search = delivery.query;
  const body = Buffer.from(delivery.bodyBase64, 'base64');
  const headers = ['Host', url.host];
  for (const [name, value] of delivery.headers) {
    if (ofTheConnection.has(name.toLowerCase())) continue;
    const isSecret = /^•+$/.test(value);
    const known = isSecret ? process.env['TEXTTRAY_' + name.toUpperCase().replace(/[^A-Z0-9]/g, '_')] : value;
    if (known !== undefined) headers.push(name, known);
  }
  headers.push('Content-Length', String(body.length), 'Connection', 'close');
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const options = { method: delivery.method, path: url.pathname + (delivery.query ?? url.search), headers };
    const request = send(url, options, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, body: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function replay(target, expect) {
  let differing = 0;
  for (const delivery of readDeliveries()) {
    const { status } = await post(delivery, target);
    const differs = status !== delivery.status;
    if (differs) differing += 1;
    console.log(delivery.name + '  ' + status + (differs ? '  (recorded: ' + delivery.status + ')' : ''));
  }
  if (expect && differing > 0) {
    console.error(differing + ' of them got another status than the recorded one.');
    return 1;
  }
  return 0;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  const options = process.argv.slice(2);
  const target = options.find((option) => !option.startsWith('--'));
  if (target === undefined || !URL.canParse(target)) {
    console.error('Usage: node replay.mjs URL [--expect]');
    process.exitCode = 2;
  } else {
    replay(target, options.includes('--expect')).then(
      (code) => {
        process.exitCode = code;
      },
      (error) => {
        console.error('The receiver at ' + target + ' could not be asked: ' + (error.code ?? error.message));
        process.exitCode = 1;
      },
    );
  }
}
`;
