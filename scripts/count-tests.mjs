// Last line of .ci/run: sums the result files of all runs of vitest in a folder, and fails where anything has failed.
//   node scripts/count-tests.mjs FOLDER [CHECK…]     CHECK: name of a check that failed otherwise; not counted as a test
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...failedChecks] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
let passed = 0;
let failed = 0;
for (const file of files) {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
  // A file that could not even be loaded holds no tests; it counts for one.
  failed += testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || failedChecks.length > 0 || (files.length > 0 && passed === 0) ? 1 : 0;
