// `npm test`: everything CI does, in this order; every step runs, whatever became of the one before.
// The counts of tests are left in .cache/test/summary.txt for .ci/run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInVSCode } from '../test/extension/launch.ts';
import { results, root } from './paths.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const vitestResults = join(results, 'vitest.json');
rmSync(vitestResults, { force: true });
mkdirSync(results, { recursive: true });

const broken: string[] = [];
step('types', 'node_modules/typescript/bin/tsc', '-p', '.');
step('lint', 'node_modules/oxlint/bin/oxlint', '--deny-warnings');
step('format', 'node_modules/@biomejs/biome/bin/biome', 'format', '--max-diagnostics=20');
step('generated files', 'scripts/generate.ts', '--check');
step('build', 'scripts/build.ts');
step('own documents', 'scripts/ownHouse.ts');
step(
  'vitest',
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestResults}`,
);
const total = [unitTests(), ...(await editorTests())].reduce(sum);

writeFileSync(
  join(results, 'summary.txt'),
  `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
);
console.log(broken.length > 0 ? `\nnot right: ${broken.join(', ')}` : '\nall right');
process.exitCode = broken.length > 0 || total.failed > 0 ? 1 : 0;

function step(name: string, script: string, ...args: string[]): void {
  const began = performance.now();
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) broken.push(name);
  console.log(
    `── ${name}: ${status === 0 ? 'right' : 'not right'}, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
}

function unitTests(): Counts {
  if (!existsSync(vitestResults)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(vitestResults, 'utf8'));
  // A test file that does not load has no test of its own to fail.
  const unloaded = report.testResults.filter(
    (file: { status: string; assertionResults: unknown[] }) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function editorTests(): Promise<Counts[]> {
  console.log('\n── VS Code');
  const outcome = await runInVSCode();
  return [...outcome].map(([name, result]) => {
    if (typeof result !== 'string') {
      if (result.failed > 0) broken.push(`VS Code ${name}`);
      return result;
    }
    console.log(`skipped: VS Code suite "${name}": ${result}`);
    return { passed: 0, failed: 0, skipped: 1 };
  });
}

function sum(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
