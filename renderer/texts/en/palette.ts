export const palette = {
  title: 'Go to',
  placeholder: 'Person, line, page, setting or action',
  list: 'Where to go',
  nothing: (query: string) => `Nothing is called “${query}”.`,
  kinds: { conversation: 'Conversation', contact: 'Contact', line: 'Line', page: 'Page', setting: 'Setting', action: 'Action' },
  scheduled: 'Scheduled texts',
  /** Further words that things are found by. */
  also: {
    deliveries: 'raw requests webhooks log',
    reception: 'tunnel reachable public address connection pause',
    appearance: 'theme dark light',
    about: 'version data folder',
  },
};
