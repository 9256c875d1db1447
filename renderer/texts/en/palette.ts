export const palette = {
  title: 'Go to',
  placeholder: 'Person, line, page, setting or action',
  list: 'Where to go',
  nothing: (query: string) => `Nothing is called “${query}”.`,
  kinds: { conversation: 'Conversation', contact: 'Contact', line: 'Line', page: 'Page', setting: 'Setting', action: 'Action' },
  learn: (provider: string) => `How webhooks work: ${provider}`,
  lab: 'Replay lab',
  scheduled: 'Scheduled texts',
  /** Further words that things are found by. */
  also: {
    learn: 'learn signature verify payload HMAC retries',
    deliveries: 'raw requests webhooks log',
    lab: 'replay send sign webhook sample mutation test',
    reception: 'tunnel reachable public address connection pause',
    appearance: 'theme dark light',
    reading: 'text size spell check zoom',
    notifications: 'quiet hours sound privacy',
    sending: 'undo',
    numbers: 'country',
    media: 'pictures download',
    about: 'version data folder',
  },
};
