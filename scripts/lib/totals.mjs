/**
 * Counts what vitest reported.
 * @module
 */
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @typedef {{ status: string, assertionResults: readonly { status: string }[] }} FileResult */

/**
 * The totals of one run of vitest's JSON reporter. A test file that could not even be loaded counts as one failed test.
 * @param {{ testResults: readonly FileResult[] }} report
 * @returns {Totals}
 */
export function totalsOf(report) {
  const states = report.testResults.flatMap(({ status, assertionResults }) =>
    assertionResults.length === 0 ? [status] : assertionResults.map((each) => each.status),
  );
  const passed = states.filter((state) => state === 'passed').length;
  const failed = states.filter((state) => state === 'failed').length;
  return { passed, failed, skipped: states.length - passed - failed };
}

/** @param {readonly Totals[]} all @returns {Totals} */
export function sum(all) {
  return all.reduce(
    (left, right) => ({
      passed: left.passed + right.passed,
      failed: left.failed + right.failed,
      skipped: left.skipped + right.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** @param {Totals} totals */
export function totalsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * @param {string} file what the JSON reporter wrote
 * @returns {Totals} one failed when there is no report: the runner itself broke
 */
export function readTotals(file) {
  try {
    return totalsOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
