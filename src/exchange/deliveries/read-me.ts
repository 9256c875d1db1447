/**
 * What a folder of deliveries says of itself.
 * @module
 */
export function readMe({ files, masked }: { readonly files: readonly string[]; readonly masked: boolean }): string {
  return `# ${files.length === 1 ? 'A delivery' : `${files.length} deliveries`}, as Texttray received ${files.length === 1 ? 'it' : 'them'}

One file each in \`deliveries/\`, in the order in which they came:

- \`method\`, \`path\`, \`query\` (absent: there was none), \`headers\` (in order, with their letter case)
- \`bodyBase64\`: the exact bytes; \`bodyText\`: the same where they are UTF-8, else \`null\`
- \`verdict\`, \`reason\`, \`status\`, \`answer\`: what was made of it and answered
- \`key\`: what a repetition of the same text is known by

${masked ? maskedNote : openNote}

Values of dots (\`••••\`) are secrets. They are not given away.

## Replay

Node 18 or newer, nothing to install:

    node replay.mjs http://127.0.0.1:3000/webhook
    node replay.mjs http://127.0.0.1:3000/webhook --expect

It posts all of them in order and prints the statuses. With \`--expect\` it fails when one differs from the recorded
status. Where a delivery has a secret, it is taken from the environment: \`TEXTTRAY_AUTHORIZATION\` for \`Authorization\`.

In a test of your own:

    import { readDeliveries, post } from './replay.mjs';
    for (const delivery of readDeliveries()) {
      const { status } = await post(delivery, 'http://127.0.0.1:3000/webhook');
    }
`;
}

const maskedNote = `Phone numbers, codes and the webhook's path are invented: the same real one is the same invented one in all files, and the
invented numbers are of the range +1 … 555-0100 to 555-0199 that is nobody's. Signatures and keys that are sums of the text
would not fit any more and are left out, so a receiver that checks signatures refuses these deliveries. Compressed bodies cannot be masked and are left out.`;

const openNote = `Nothing is masked but secrets: these files hold real phone numbers and texts, signatures, and the webhook's own path.`;
