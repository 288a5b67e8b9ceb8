/** With all problems shown, the editor shows what `docket check` lists, on the sample and on the sample with faults in it. */
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { findingsOf } from '../../host/project/findings.ts';
import { openInEditor } from '../../server/open/openedProject.ts';
import { publishing } from '../../server/open/publishing.ts';
import type { Finding } from '../../engine/session/types.ts';
import type { Tally } from '../../server/open/sweep.ts';

const ROOT = path.resolve(import.meta.dirname, '../../samples/zzgl/files');
const AS_OF = '2026-11-22';
const FAULTS: Readonly<Record<string, string>> = {
  'docs/ZZGL-SRS.md': '# 没有文件头\n\n参见 [[WX-2026-0999]]。\n',
  'docket.lock': '<<<<<<< HEAD\n',
  'db/migration/V99__new.sql': 'COMMIT;\n',
};

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** What the editor has been told when the whole project was looked at, by path. */
async function published(texts: Readonly<Record<string, string>>) {
  const project = openInEditor(ROOT);
  project.session.at(AS_OF);
  project.session.apply(
    Object.entries(texts).map(([file, text]) => ({ path: asPath(file), content: { state: 'text', text } })),
  );
  const shown = new Map<string, readonly Finding[]>();
  const tally = await new Promise<Tally>(counted => {
    const publisher = publishing(project, {
      problems: () => 'all',
      show: (_project, file, findings) => void shown.set(file, findings),
      failed: error => expect.unreachable(String(error)),
      counted: (_project, sum) => counted(sum),
    });
    stops.push(publisher.stop);
    publisher.changed();
  });
  return { shown: new Map(shown), tally, checked: project.session.analysis().judged().shown };
}

function byPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(findings, ({ at }) => at.path);
}

test('on the sample', async () => {
  const { shown, tally } = await published({});
  const { findings } = findingsOf(ROOT, AS_OF);
  expect(findings.length).toBeGreaterThan(10);
  expect(shown).toEqual(byPath(findings));
  expect(tally.error + tally.warning + tally.info).toBe(findings.length);
});

test('with faults in a document, in docket.lock and in a script', async () => {
  const { shown, checked } = await published(FAULTS);
  expect(Object.keys(FAULTS).map(file => checked.some(({ at }) => at.path === file))).toEqual([true, true, true]);
  expect(shown).toEqual(byPath(checked));
});
