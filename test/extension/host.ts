// Loaded by VS Code inside its extension host: runs the suite named in the environment and leaves its results.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

export interface SuiteResult {
  passed: number;
  failed: number;
  skipped: number;
}

export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = (...line: unknown[]) => console.log(format(...line).replace(/^/gm, '[test] '));
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 60_000, reporter: 'spec' });
  mocha.addFile(join(__dirname, `${process.env.DOCKET_SUITE}.test.cjs`));
  const result: SuiteResult = { passed: 0, failed: 0, skipped: 0 };
  await new Promise(done => {
    const runner = mocha.run(done);
    runner.on('pass', () => result.passed++);
    runner.on('fail', () => result.failed++);
    runner.on('pending', () => result.skipped++);
  });
  if (process.env.DOCKET_SUITE_RESULT) writeFileSync(process.env.DOCKET_SUITE_RESULT, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}
