/**
 * Everything that can go wrong with a tunnel, each with one plain sentence and the one action to take.
 * @module
 */
import { z } from 'zod';

const texts = {
  refused: { message: 'The tunnel server refuses connections.', action: 'Check its host and port, and that it runs' },
  'no-dns': { message: 'The name of the tunnel server was not found.', action: 'Check your internet connection and the name' },
  unreachable: { message: 'No way leads to the tunnel server.', action: 'Check your internet connection' },
  'silent-server': { message: 'The tunnel server does not answer.', action: 'Wait: it is tried again and again' },
  'connection-lost': { message: 'The connection to the tunnel server was lost.', action: 'Wait: it is made again' },
  'ended-by-service': { message: 'The tunnel service ended the connection.', action: 'Wait: it is made again' },
  'nothing-came-through': {
    message: 'The tunnel said it was up, but nothing came through it.',
    action: 'Wait: it is started again',
  },
  'not-understood': { message: 'What answers there does not speak the tunnel’s protocol.', action: 'Check the host and the port' },
  'service-refused': {
    message: 'The tunnel service refused to open a tunnel.',
    action: 'Look at the tunnel’s log, or choose another kind of tunnel',
  },
  'no-address': {
    message: 'The tunnel service did not say under which address you are reachable.',
    action: 'Choose another kind of tunnel',
  },

  'key-refused': {
    message: 'The server does not accept this user and key.',
    action: 'Check the user name, or add the key to the server’s authorized_keys',
  },
  'key-unreadable': { message: 'The private key file cannot be read.', action: 'Check its path and who may read it' },
  'key-not-a-key': { message: 'This file is not a private key that can be used.', action: 'Choose a private key, not the .pub file' },
  'passphrase-missing': { message: 'The private key is locked with a passphrase.', action: 'Enter its passphrase' },
  'passphrase-wrong': { message: 'The passphrase does not open the private key.', action: 'Enter the right passphrase' },
  'agent-unavailable': { message: 'No SSH agent answers on this computer.', action: 'Start your SSH agent, or choose a key file' },
  'host-key-changed': {
    message: 'The server shows another host key than before: it was set up anew, or someone stands in between.',
    action: 'Compare the fingerprint with the server’s, then accept it or leave the tunnel off',
  },
  'port-busy': {
    message: 'The server did not open the port: an earlier connection still holds it, or this user may not open it.',
    action: 'Wait for the server to let go of it, or choose another port',
  },
  'socket-busy': {
    message: 'The server did not open the socket: an earlier one lies at that path, or this user may not make it.',
    action: 'Set "StreamLocalBindUnlink yes" on the server, or choose another path',
  },
  'forward-unmatched': {
    message: 'The server hands over connections for another address than was asked for.',
    action: 'Wait: another way of asking is tried',
  },
  'receiver-silent': {
    message: 'Requests arrive through the tunnel, but the receiver on this computer does not take them.',
    action: 'Start Texttray again',
  },

  'token-missing': { message: 'This tunnel needs a token.', action: 'Enter the token of your account' },
  'token-wrong': { message: 'The tunnel service does not accept the token.', action: 'Copy the token from your account again' },
  'account-blocked': {
    message: 'The tunnel service lets this account open no tunnel.',
    action: 'Sign in there: it is suspended, or its e-mail address is not confirmed',
  },
  'quota-reached': { message: 'The account’s quota at the tunnel service is used up.', action: 'Upgrade it, or choose another tunnel' },
  'too-many-sessions': {
    message: 'The account already runs as many tunnels as it may.',
    action: 'End the other one, or wait until it is gone',
  },
  'domain-taken': { message: 'The domain is in use by another tunnel.', action: 'End the other one, or wait until it is gone' },
  'domain-not-yours': { message: 'The domain does not belong to this account.', action: 'Enter the domain your account shows' },
  'module-missing': {
    message: 'The part for ngrok is missing in this installation.',
    action: 'Install Texttray again, or choose another tunnel',
  },
  'program-not-found': { message: 'cloudflared was not found on this computer.', action: 'Install cloudflared, or give its path' },
  'program-broken': { message: 'The program at this path cannot be run as cloudflared.', action: 'Check the path to cloudflared' },
  'program-ended': { message: 'cloudflared ended by itself.', action: 'Wait: it is started again' },

  'vault-unavailable': { message: 'The place where your keys are kept cannot be opened.', action: 'Unlock your system keychain' },
  'store-unavailable': { message: 'The tunnel’s settings cannot be written.', action: 'Free some disk space or check the data folder' },
  'address-changed': {
    message: 'Your public address has changed.',
    action: 'Give the new one to providers that still have the old one',
  },
} as const satisfies Record<string, { message: string; action: string }>;

export type TunnelFailureCode = keyof typeof texts;
export const tunnelFailureCodes = Object.keys(texts) as readonly TunnelFailureCode[];

/** A server's host key, by its fingerprint as OpenSSH writes it: `SHA256:…`. */
export const hostKeySchema = z.object({
  /** `host:port` */
  host: z.string(),
  type: z.string(),
  fingerprint: z.string(),
});
export type HostKey = Readonly<z.infer<typeof hostKeySchema>>;

export const tunnelFailureSchema = z.object({
  code: z.enum(tunnelFailureCodes as [TunnelFailureCode, ...TunnelFailureCode[]]),
  message: z.string(),
  action: z.string(),
  /** With `host-key-changed`: what was known and what the server shows now. */
  hostKeys: z.object({ known: hostKeySchema, shown: hostKeySchema }).optional(),
});
export type TunnelFailure = Readonly<z.infer<typeof tunnelFailureSchema>>;

/** A failure with its code's own sentence and action. */
export function tunnelFailure(code: TunnelFailureCode, details: Pick<TunnelFailure, 'hostKeys'> = {}): TunnelFailure {
  return { code, ...texts[code], ...details };
}
