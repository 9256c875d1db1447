import { describe, expect, test } from 'vitest';
import { isLogLine, readLogLine } from '../../../src/tunnel/cloudflared/log-line.ts';
import { storyBegins, storyGoesOn } from '../../../src/tunnel/cloudflared/story.ts';

const box = '2024-05-18T14:06:49Z INF |  https://buffalo-marco-cardiff-motel.trycloudflare.com                                     |';
const registered = (index: number): string =>
  `2024-05-18T14:06:50Z INF Registered tunnel connection connIndex=${index} connection=c206cf44 event=0 ip=198.41.200.13 location=ams01 protocol=quic`;

describe("a line of cloudflared's log", () => {
  test('names the address only in its box', () => {
    expect(readLogLine(box)).toEqual({ kind: 'address', publicUrl: 'https://buffalo-marco-cardiff-motel.trycloudflare.com' });
  });
  test.each([
    '2024-05-18T14:06:46Z INF Requesting new quick Tunnel on trycloudflare.com...',
    'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": EOF',
    '2024-05-18T14:06:46Z INF |  https://api.trycloudflare.com.evil.example  |',
    '2024-05-18T14:06:46Z INF |  http://buffalo-marco-cardiff-motel.trycloudflare.com  |',
    '2024-05-18T14:06:46Z INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |',
    '2024-05-18T14:06:46Z INF see https://developers.cloudflare.com/cloudflare-one/connections/connect-apps',
  ])('names no address in %s', (line) => {
    expect(readLogLine(line).kind).not.toBe('address');
  });
  test('tells of connections, as old and new versions write it', () => {
    expect(readLogLine(registered(2))).toEqual({ kind: 'connected', connection: '2' });
    const old = '2022-06-01T16:23:12Z INF Connection c206cf44-945f-4c3c-a85c-af60c6338dc2 registered connIndex=0 location=ORD';
    expect(readLogLine(old)).toEqual({ kind: 'connected', connection: '0' });
    for (const text of [
      'INF Unregistered tunnel connection',
      'ERR Serve tunnel error error="timeout"',
      'INF Lost connection with the edge',
    ]) {
      expect(readLogLine(`2024-05-18T14:06:50Z ${text} connIndex=1 event=0`)).toEqual({ kind: 'disconnected', connection: '1' });
    }
  });
  test.each([
    ['Provided Tunnel token is not valid.', 'token-wrong'],
    [
      '2024-05-18T14:06:50Z ERR Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0',
      'token-wrong',
    ],
    ['failed to request quick Tunnel: status_code="429 Too Many Requests"', 'quota-reached'],
    [
      'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com: no such host',
      'no-dns',
    ],
    [
      'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp 104.16.230.132:443: connect: network is unreachable',
      'unreachable',
    ],
    ['failed to unmarshal quick Tunnel: invalid character', 'service-refused'],
  ])('says why it cannot work: %s', (line, code) => {
    expect(readLogLine(line)).toEqual({ kind: 'failure', code });
  });
  test("is known from any other program's output", () => {
    expect(isLogLine(box)).toBe(true);
    expect(isLogLine('usage: something else')).toBe(false);
  });
});

test('the story of a quick tunnel: an address, connections that come and go, and the reason while there is none', () => {
  let story = storyBegins(null);
  const goOn = (line: string) => {
    story = storyGoesOn(story, line, false);
    return story;
  };
  expect(goOn(box)).toMatchObject({ address: 'https://buffalo-marco-cardiff-motel.trycloudflare.com', isCloudflared: true });
  goOn(registered(0));
  expect([...goOn(registered(1)).connections]).toEqual(['0', '1']);
  goOn('2024-05-18T14:06:50Z INF Unregistered tunnel connection connIndex=0 event=0');
  goOn('2024-05-18T14:06:50Z ERR dial error="lookup region1.v2.argotunnel.com: no such host" connIndex=0');
  expect(goOn('2024-05-18T14:06:50Z INF Unregistered tunnel connection connIndex=1 event=0')).toMatchObject({ trouble: 'no-dns' });
  expect(story.connections.size).toBe(0);
  expect(goOn(registered(0))).toMatchObject({ trouble: undefined });
});

test('the address of a named tunnel is the one the user gave, whatever the log shows', () => {
  expect(storyGoesOn(storyBegins('https://texts.example.com'), box, true)).toMatchObject({ address: 'https://texts.example.com' });
});
