/**
 * Runs other programs. What they print goes to stderr unless told otherwise, and a signal that reaches this process is
 * passed on to the one it waits for, so that Ctrl-C and SIGTERM end the whole chain.
 * @module
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { root } from './places.mjs';
import { Stop } from './say.mjs';

/** @typedef {{ code: number, output: string, timedOut: boolean }} Ended `code` is 128 + n after signal n. */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the checkout when not given
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'stderr' | 'stdout' | 'capture' | 'lines'} [output] where stdout goes; `capture` keeps stdout and stderr
 *   and shows neither, `lines` hands each line of stdout to `onLine`
 * @property {(line: string) => void} [onLine]
 * @property {AbortSignal} [until] when it fires the program and what it started are ended
 * @property {boolean} [closesItself] the program closes in order when a signal asks it to, and its exit code is what counts;
 *   otherwise (default) a signal ends this command too
 */

const passedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const graceMs = 5_000;

/** @type {Record<NonNullable<RunOptions['output']>, ['inherit' | 'ignore', ...('inherit' | 'pipe' | 2)[]]>} */
const stdio = {
  stderr: ['inherit', 2, 'inherit'],
  stdout: ['inherit', 'inherit', 'inherit'],
  capture: ['ignore', 'pipe', 'pipe'],
  lines: ['inherit', 'pipe', 'inherit'],
};

/**
 * Runs a program to its end.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ended>}
 */
export function run(file, args, options = {}) {
  const { cwd = root, env = process.env, output = 'stderr', onLine, until, closesItself = false } = options;
  // In a process group of its own a program hears Ctrl-C only once, from here and not from the terminal as well, and one that
  // may be cut off takes its own children with it. Windows has no such groups: there the console tells everyone.
  const grouped = (until !== undefined || closesItself) && process.platform !== 'win32';
  const [stdin, ...rest] = stdio[output];
  const child = spawn(file, args, { cwd, env, stdio: [grouped ? 'ignore' : stdin, ...rest], detached: grouped, windowsHide: true });
  const collected = collect(child, output, onLine);
  const end = (/** @type {NodeJS.Signals} */ signal) => send(child, grouped && !closesItself, signal);
  const deadline = endAt(until, end);
  const interruption = passSignalsOn(end);
  return new Promise((resolve, reject) => {
    /** @param {Omit<Ended, 'timedOut'>} ended */
    const settle = (ended) => {
      const timedOut = deadline();
      const signal = interruption();
      if (!closesItself && signal !== undefined) reject(new Stop('', 128 + constants.signals[signal]));
      else resolve({ ...ended, timedOut });
    };
    child.once('error', (error) => settle({ code: 127, output: error.message }));
    child.once('close', (code, signal) => {
      settle({ code: code ?? 128 + constants.signals[signal ?? 'SIGTERM'], output: collected() });
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {boolean} grouped
 * @param {NodeJS.Signals} signal
 */
function send(child, grouped, signal) {
  if (!grouped || child.pid === undefined) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself meanwhile.
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {RunOptions['output']} output
 * @param {RunOptions['onLine']} onLine
 * @returns {() => string} all that was captured
 */
function collect(child, output, onLine) {
  let captured = '';
  if (output === 'capture') {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
        captured += text;
      });
    }
  } else if (child.stdout && onLine) {
    createInterface({ input: child.stdout }).on('line', onLine);
  }
  return () => captured;
}

/**
 * @param {AbortSignal | undefined} until
 * @param {(signal: NodeJS.Signals) => void} end
 * @returns {() => boolean} stops watching and says whether the time had come
 */
function endAt(until, end) {
  if (until === undefined) return () => false;
  /** @type {NodeJS.Timeout | undefined} */
  let grace;
  const onTime = () => {
    end('SIGTERM');
    grace = setTimeout(() => end('SIGKILL'), graceMs);
  };
  until.addEventListener('abort', onTime, { once: true });
  return () => {
    until.removeEventListener('abort', onTime);
    clearTimeout(grace);
    return until.aborted;
  };
}

/**
 * @param {(signal: NodeJS.Signals) => void} send
 * @returns {() => NodeJS.Signals | undefined} stops passing on and says which signal came, if one did
 */
function passSignalsOn(send) {
  /** @type {NodeJS.Signals | undefined} */
  let came;
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    came = signal;
    // The terminal is gone with SIGHUP; what is asked of the program is to close.
    if (process.platform !== 'win32') send(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  for (const signal of passedOn) process.on(signal, passOn);
  const unfollow = followNpm(() => {
    if (came === undefined) passOn('SIGTERM');
  });
  return () => {
    for (const signal of passedOn) process.off(signal, passOn);
    unfollow();
    return came;
  };
}

/** How often to look whether npm is still there. */
const lookMs = 250;

/**
 * @param {number} pid
 * @returns {{ name: string, parent: number } | undefined} where /proc tells
 */
function processInfo(pid) {
  try {
    // "pid (name) state parent …": the name may hold spaces and brackets of its own.
    const [, name = '', parent] = /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/**
 * npm's process where a shell stands between it and this one. Some shells give their place to what they run; npm names its
 * process after its command line.
 */
function npmBehindShell() {
  const parent = processInfo(process.ppid);
  return parent === undefined || /^(npm|node)/.test(parent.name) ? undefined : parent.parent;
}

/**
 * npm runs a script through a shell, which dies on SIGTERM without passing it on, and nothing is passed on when npm itself is
 * killed: once one of the two is gone, so is the reason to run.
 * @param {() => void} onGone
 */
function followNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return () => {};
  const parent = process.ppid;
  const npm = npmBehindShell();
  const timer = setInterval(() => {
    if (process.ppid === parent && npmBehindShell() === npm) return;
    clearInterval(timer);
    onGone();
  }, lookMs);
  return () => clearInterval(timer);
}
