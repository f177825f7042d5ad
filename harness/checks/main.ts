// `npm test`: the static checks, then the tests; with arguments, only the tests of the files that they name.
// With CI=true in the environment it runs all tests; ci-only.ts lists what it leaves out elsewhere.
// The last line is `N passed, N failed`, as the test runner counted them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IN_CI, leftOutText } from './ci-only.ts';
import { runTool } from './run-tool.ts';
import { STATIC_CHECKS } from './static-checks.ts';
import { tallyOf, tallyText, type TestReport } from './tally.ts';

const failures: string[] = [];
// All at once, and each is told when it has ended.
await Promise.all(
  STATIC_CHECKS.map(async ({ name, command, hint }) => {
    let said = '';
    const passed = await runTool(command, (text) => (said += text));
    console.log(`${name}: ${command.join(' ')}\n${said.trimEnd()}`.trimEnd());
    if (passed) return;
    failures.push(name);
    console.log(`${name} FAILED: ${hint}\n`);
  }),
);

const folder = mkdtempSync(join(tmpdir(), 'lockstep-checks-'));
let ending = 'The test runner ended without a report.';
try {
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const passed = await runTool(['vitest', 'run', ...reporters, ...process.argv.slice(2)]);
  // Its shape is Vitest's, whose version is locked.
  const tally = tallyOf(JSON.parse(readFileSync(file, 'utf8')) as TestReport);
  ending = tallyText(tally);
  if (!passed || tally.failed > 0) failures.push('tests');
} catch (error) {
  console.error(error);
  failures.push('tests');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (!IN_CI && process.argv.length === 2) console.log(leftOutText());
if (failures.length > 0) {
  process.exitCode = 1;
  console.log(`FAILED: ${failures.join(', ')}`);
}
console.log(ending);
