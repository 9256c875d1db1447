/**
 * The words about being reached: reception, tunnels, the ledger and where providers are pointed; see texts.ts. What can go
 * wrong with a tunnel comes with its sentence and its action from the core.
 * @module
 */
const language = 'en';
const plural = new Intl.PluralRules(language);
const counted = new Intl.NumberFormat(language);

function many(count: number, one: string, other: string): string {
  return `${counted.format(count)} ${plural.select(count) === 'one' ? one : other}`;
}

export const receptionTexts = {
  status: 'Reception',
  words: {
    receiving: 'Receiving',
    degraded: 'Receiving with trouble',
    'not-reachable': 'Not reachable',
    'not-checked': 'Not checked yet',
    paused: 'Paused',
  },
  title: 'Reception',
  intro:
    'How texts get from your provider to this computer. Nothing is taken on trust: a request goes out to the public address and must come back.',
  since: (time: string) => `Since ${time}`,
  sinceFor: (time: string, duration: string) => `Since ${time}, for ${duration}`,
  checked: (time: string) => `Last checked ${time}`,
  roundTrip: (milliseconds: number) => `${counted.format(Math.round(milliseconds))} ms there and back`,
  address: 'Public address',
  receiver: 'The receiver on this computer',
  receiverHelp: 'Where a proxy or tunnel of your own must lead. Only webhook paths are answered there.',

  steps: {
    resume: 'Resume receiving',
    pause: 'Pause receiving',
    pauseHelp: 'Providers are asked to try again later',
    'switch-on': 'Switch it on',
    'try-now': 'Try again now',
    check: 'Check now',
    'make-reachable': 'Make me reachable',
    'compare-keys': 'Compare the keys…',
    choose: 'Choose another way',
    enter: 'Open its settings',
    checking: 'Checking…',
  },

  lines: {
    oldAddress: (count: number) => `${many(count, 'line is', 'lines are')} still pointed at an earlier address:`,
    open: (label: string) => `Open ${label}`,
  },

  ways: {
    title: 'How providers reach you',
    help: 'The way from the internet to this computer. You can change it at any time.',
    change: 'Change',
    keep: 'Keep it',
    inUse: 'In use',
    isNone: 'Now',
    recommended: 'Recommended to start',
    use: 'Use this way',
    switchOff: 'Use none',
    save: 'Save and connect',
    busy: 'Setting up…',
    willChange: 'Your public address changes with this. Providers you pointed by hand need the new one.',
    names: {
      'localhost.run': 'localhost.run',
      ngrok: 'ngrok',
      'own-server': 'Your own server',
      pinggy: 'pinggy',
      cloudflared: 'Cloudflare Tunnel',
      'own-url': 'Your own public address',
      none: 'None',
    },
    summaries: {
      'localhost.run': 'A free SSH service: one click and you are reachable. It gives you a new address every few hours.',
      ngrok: 'A service with one permanent address for each free account: the stable choice for most people.',
      'own-server': 'A server of yours passes requests on over SSH: an address that stays, and nobody in between.',
      pinggy: 'A free SSH service on port 443, which passes most firewalls. Without an account it gives you a new address every hour.',
      cloudflared: 'Cloudflare’s own program, where it is installed: a random address, or your own one with a token.',
      'own-url': 'An https address that leads to this computer already: a reverse proxy, Tailscale Funnel or a port forward.',
      none: 'Only this computer reaches Texttray. The practice line works; providers cannot deliver.',
    },
    needs: {
      'localhost.run': ['Free', 'No account', 'Address changes'],
      ngrok: ['Free account', 'Address stays', '20,000 requests a month'],
      'own-server': ['A server with SSH', 'Address stays', 'End to end yours'],
      pinggy: ['Free', 'No account', 'Address changes hourly'],
      cloudflared: ['Free', 'Needs cloudflared'],
      'own-url': ['Nothing to start', 'You run the rest'],
      none: [],
    },
    trust: 'The service ends the encryption and could read texts on their way. Signatures still show any change.',
  },

  fields: {
    host: 'Host name',
    hostHelp: 'The server to log in to, without a port.',
    port: 'SSH port',
    user: 'User name',
    login: 'Log in with',
    logins: { none: 'No account', key: 'A private key', agent: 'My SSH agent' },
    keyPath: 'Private key file',
    keyPathHelp: 'Where the key lies on this computer. It is only read, never copied.',
    passphrase: 'Passphrase of the key',
    passphraseHelp: 'Only if the key has one. It is kept with your other secrets, never in the settings file.',
    remote: 'Open on the server',
    remotes: { port: 'A port', 'unix-socket': 'A unix socket' },
    remotePort: 'Port on the server',
    remotePortHelp: 'The server’s web server forwards your public address to this port of 127.0.0.1.',
    remotePath: 'Path of the socket',
    remotePathHelp:
      'The server’s web server forwards to this socket. With “StreamLocalBindUnlink yes” in its sshd_config a lost connection is replaced at once.',
    publicUrl: 'Public address',
    publicUrlPlaceholder: 'https://texts.example.com',
    serverUrlHelp: 'Under which the server’s web server answers with https.',
    ownUrlHelp: 'It must lead to the receiver below. Texttray adds the path of each line itself.',
    ngrokToken: 'Authtoken',
    ngrokTokenHelp: 'On dashboard.ngrok.com under Your Authtoken.',
    ngrokDomain: 'Domain',
    ngrokDomainHelp: 'On dashboard.ngrok.com under Domains: every free account has one. Without it ngrok chooses.',
    ngrokDomainPlaceholder: 'your-name.ngrok-free.app',
    cloudflaredKind: 'Kind of tunnel',
    cloudflaredKinds: { quick: 'Quick: a random address', named: 'Named: your own address' },
    cloudflaredPath: 'Path to cloudflared',
    cloudflaredPathHelp: 'Leave empty to have it looked for.',
    cloudflaredToken: 'Tunnel token',
    cloudflaredTokenHelp: 'From the Cloudflare dashboard under Networks → Tunnels.',
    cloudflaredUrlHelp: 'The public hostname you gave the tunnel there.',
    stored: 'Stored. Leave empty to keep it.',
  },

  log: {
    title: 'What the tunnel did',
    show: (count: number) => many(count, 'entry', 'entries'),
    label: 'Log of the tunnel',
  },

  keys: {
    title: 'This server shows another key than before',
    text: (host: string) =>
      `Either ${host} was set up anew, or someone stands between you and it and would see your texts. Ask whoever runs the server, or compare on the server itself:`,
    known: 'Key known so far',
    shown: 'Key shown now',
    confirm: 'I compared it: the server’s own key is the one shown now',
    accept: 'Accept the new key',
    leaveOff: 'Leave the tunnel off',
  },

  ledger: {
    title: 'When texts could arrive',
    help: 'Written down as it happens, over restarts and sleep, with what became of the texts of each gap.',
    range: 'Time shown',
    ranges: { 1: 'Last 24 hours', 30: 'Last 30 days' },
    strip: { 1: 'Reception in the last 24 hours', 30: 'Reception in the last 30 days' },
    states: {
      receiving: 'Receiving',
      'not-reachable': 'Not reachable',
      paused: 'Paused',
      asleep: 'Asleep',
      closed: 'Closed',
      unknown: 'Not known',
    },
    mixed: (state: string) => `${state} now and then`,
    span: (state: string, times: string, duration: string) => `${state}, ${times}, ${duration}`,
    loadFailed: 'The ledger could not be read.',
    gaps: 'Gaps',
    noGaps: 'No gap in this time.',
    lasts: 'until now',
    moreGaps: (count: number) => `Show ${many(count, 'more', 'more')}`,
    causes: {
      'not-reachable': 'nothing came through',
      paused: 'you had paused',
      asleep: 'the computer slept',
      closed: 'Texttray was closed',
    },
    thenCame: ', then ',
    noLines: 'No number of yours was connected yet.',
  },

  account: {
    ranges: { 1: 'in the last 24 hours', 30: 'in the last 30 days' },
    nothingKnown: 'Nothing is known yet: Texttray has just begun to write this down.',
    unbroken: (when: string) => `Nothing was missed ${when}: texts could arrive all the time.`,
    since: (time: string) => `since ${time}, when Texttray began to write this down`,
    covered: (when: string, gaps: number) => `Nothing was missed ${when}: ${many(gaps, 'gap is', 'gaps are')} accounted for.`,
    recovered: (when: string, gaps: number, texts: number) =>
      `Nothing was missed ${when}: ${many(texts, 'text', 'texts')} from ${many(gaps, 'gap', 'gaps')} ${plural.select(texts) === 'one' ? 'was' : 'were'} fetched.`,
    blinks: (gaps: number) =>
      `${gaps === 0 ? 'No gap' : `${many(gaps, 'gap is', 'gaps are')} accounted for`}, but for moments of less than five seconds.`,
    noLines: 'No number of yours is connected yet, so no text could be missed.',
    checking: 'Your providers are being asked for what arrived in the gaps.',
    lasts: 'Texts cannot arrive now. What your providers hold is fetched as soon as they can.',
    open: (gaps: number) => `Texts may be missing from ${many(gaps, 'gap', 'gaps')}: see below.`,
  },

  outcomes: {
    'nothing-lost': (minutes: number) =>
      `Your provider tries again for ${counted.format(minutes)} min, longer than this lasted: nothing is lost.`,
    waiting: 'What the provider holds is fetched when texts can arrive again.',
    checking: 'Checking what the provider holds…',
    checked: (times: string, count: number) =>
      `Checked ${times}: ${count === 0 ? 'nothing was missing' : `${counted.format(count)} recovered`}.`,
    failed: (message: string, time: string) => `${message} Tried at ${time}; it is tried again.`,
    alsoRecovered: (count: number) => `${counted.format(count)} recovered so far.`,
    'cannot-check': 'This provider cannot be asked for missed texts: ask the sender.',
  },

  registration: {
    states: {
      here: 'Pointed here',
      'by-hand': 'To be told by hand',
      unknown: 'Not known where it points',
      'old-address': 'Points to an earlier address',
      elsewhere: 'Points somewhere else',
      failed: 'Could not be pointed here',
    },
    marks: {
      'old-address': 'Its provider holds an earlier address',
      elsewhere: 'Its provider sends texts elsewhere',
      failed: 'Its provider could not be told',
    },
    holds: 'It holds',
    checked: (time: string) => `Asked ${time}`,
    register: 'Point it here',
    guess: 'Try to point it here',
    guessHelp:
      'How to do this is not documented by the provider, so it is a guess. If it fails, copy the URL by hand: nothing is lost by trying.',
    asking: 'Asking your provider…',
    check: 'Ask where it points',
    restore: 'Put back what was there before',
    restoreTitle: 'Put the former address back?',
    restoreText: (url: string) => `Your provider will send texts to ${url} again. They will not arrive here.`,
    reachableFirst: 'First make this computer reachable: there is no public address to point to yet.',
  },

  done: {
    title: 'How far it is',
    added: 'The line is added',
    reachable: (milliseconds: number | null) =>
      milliseconds === null ? 'This computer is reachable' : `Reachable, ${counted.format(Math.round(milliseconds))} ms`,
    notReachable: 'This computer is not reachable yet',
    opening: 'Being made reachable…',
    pointed: 'Your provider sends texts here',
    notPointed: 'Your provider is not known to send texts here yet',
    arrived: (verdict: string) => `The first delivery arrived: ${verdict.toLowerCase()}`,
    notArrived: 'Waiting for the first delivery. Text your number to see it arrive',
    states: { done: 'Done', waiting: 'Not yet', failed: 'Failed' },
    publicTitle: 'Make this computer reachable',
    publicHelp:
      'Your provider needs an address on the internet that leads here. localhost.run gives you one at once, free and with no account.',
    otherWays: 'Another way',
    otherWaysHide: 'Hide the other ways',
  },

  settings: {
    title: 'Where providers are pointed',
    help: 'For providers Texttray points by itself. What they held before is put back, so that texts go there instead.',
    onPause: 'Point them back while you pause',
    onQuit: 'Point them back when you quit',
  },

  recovered: 'Recovered',
  recoveredAt: (time: string) => `Fetched from your provider ${time}`,
} as const;
