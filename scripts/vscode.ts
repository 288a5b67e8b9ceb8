// `npm run test:vscode`: only the suites in a real VS Code, on what is built.
import { runInVSCode } from '../test/extension/launch.ts';

for (const [name, result] of await runInVSCode()) {
  if (typeof result === 'string') console.log(`skipped: VS Code suite "${name}": ${result}`);
  else if (result.failed > 0) process.exitCode = 1;
}
