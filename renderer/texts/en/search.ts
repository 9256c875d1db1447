import { counting } from '../../../src/domain/counting.ts';

const { many } = counting('en');

export const search = {
  label: 'Search texts and numbers',
  placeholder: 'Search',
  searching: 'Searching…',
  clear: 'Clear search',
  conversations: 'Conversations',
  messages: 'Messages',
  incomplete: 'Not everything could be read in time. More letters find more.',
  results: (count: number) => many(count, 'result', 'results'),
};
