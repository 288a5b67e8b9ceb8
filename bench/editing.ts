/**
 * `npm run bench:editing -- DIR [ROUNDS]`: what an editor waits for, in the engine of a server that has the whole project open: a
 * keystroke in a document of 2,000 lines until its findings, and a changed identifier until all findings of the project.
 */
import { asPath } from '../engine/base/text.ts';
import type { Session } from '../engine/session/session.ts';
import { openProject } from '../host/project/openProject.ts';
import { document } from './documents.ts';

const [folder = '', rounds = '200'] = process.argv.slice(2);
const { session } = openProject(folder, '2026-05-25');
const opened = timed(() => warmUp(session));

const LONG = asPath('docs/long.md');
const lines = Array.from(
  { length: 660 },
  (_, n) => `### REQ-LONG-${String(n + 1).padStart(3, '0')} 需求\n\n参见 [[WX-2020-0001]] 的说明文字。`,
);
const long = `---\nid: LONG-SRS\ntype: srs\nstatus: draft\n---\n# 长文档\n\n${lines.join('\n')}\n`;
edit(LONG, long);
session.analysis().findings({ scope: 'project', beyondBaseline: false });

const keystrokes = Array.from({ length: Number(rounds) }, (_, n) =>
  timed(() => {
    edit(LONG, `${long}${'字'.repeat(n + 1)}`);
    session.analysis().findings({ path: LONG, scope: 'project', beyondBaseline: false });
  }),
);
const record = document(6, 100);
const renamed = Array.from({ length: 20 }, (_, n) =>
  timed(() => {
    edit(asPath(record.path), record.text.replace(/^id: .*$/m, `id: WX-2031-${String(n).padStart(4, '0')}`));
    session.analysis().findings({ scope: 'project', beyondBaseline: false });
  }),
);

console.log(
  `documents ${session.analysis().documents().length}, opened in ${Math.round(opened)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`,
);
console.log('| what | median ms | p95 ms |\n|---|--:|--:|');
console.log(
  `| keystroke in ${long.split('\n').length} lines → its findings | ${percentile(keystrokes, 50)} | ${percentile(keystrokes, 95)} |`,
);
console.log(`| identifier changed → all findings | ${percentile(renamed, 50)} | ${percentile(renamed, 95)} |`);

function warmUp(project: Session): void {
  for (const path of project.analysis().documents()) {
    project.factsOf(path);
    project.release(path);
  }
  project.analysis().findings({ scope: 'project', beyondBaseline: false });
}

function edit(path: ReturnType<typeof asPath>, text: string): void {
  session.apply([{ path, content: { state: 'text', text } }]);
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function percentile(values: readonly number[], percent: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0).toFixed(1);
}
