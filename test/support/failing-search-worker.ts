/**
 * A thread that answers nothing and ends at the second thing it is asked, for tests of what happens then.
 * @module
 */
import { parentPort } from 'node:worker_threads';

let asked = 0;
parentPort?.on('message', () => {
  asked += 1;
  if (asked === 2) throw new Error('This thread fails');
});
