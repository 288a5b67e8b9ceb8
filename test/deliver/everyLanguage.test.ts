/** In every language: a settled unit owes nothing in any face, and every face names the same symbols. */
import { describe, expect, test } from 'vitest';
import { settled } from '../../deliver/settle/settled.ts';
import { asPath } from '../../engine/base/text.ts';
import { lineOfSymbol } from '../../engine/links/code/codeMarks.ts';
import { symbolsIn } from '../../engine/links/code/missingCode.ts';
import type { Session } from '../../engine/session/session.ts';
import { traceOf } from '../../engine/trace/matrix.ts';
import { findingsOf } from '../../host/project/findings.ts';
import { openInEditor } from '../../server/open/openedProject.ts';
import { onDisk } from '../cli/project.ts';
import { LANGUAGE_FILES, type LanguageFile } from '../fixtures/languages.ts';
import { open } from '../inMemory.ts';
import { changeIn } from '../inMemoryChange.ts';

type Texts = Readonly<Record<string, string>>;

const AS_OF = '2026-11-22';
const LLD = 'docs/ZZGL-LLD.md';
const ABOUT_CODE = /^trace\/(?:debt|lock-stale|lock-readable|never-reviewed|lld-to-code)$|^docket\/|^docs\/item-debt/;
const SAID = { how: 'settled', by: '李四', because: '核对过' } as const;

/** A unit for each of the places, by `path#Symbol`, and two that only tags bind. */
function project({ path, text }: LanguageFile, names: readonly string[]): Texts {
  const units = names.map((name, n) => `### LD-SYM-${String(n + 10)} 单元\n\n- 代码：${path}#${name}\n\n说明。\n`);
  const tags = ['01', '02'].map(n => `### LD-TAG-${n} 单元\n\n说明。\n`);
  return {
    'docket.yml': 'code: [{ kind: program, include: [src/**] }]\n',
    [LLD]: `---\nid: ZZGL-LLD\ntype: lld\nstatus: baselined\n---\n# 详细设计\n\n${[...units, ...tags].join('\n')}`,
    [path]: text,
  };
}

const idsIn = (files: Texts) => [...(files[LLD] ?? '').matchAll(/^### (LD-\S+)/gm)].map(([, id = '']) => id);

function withLock(files: Texts): Texts {
  const plan = settled(idsIn(files), SAID, open(files).analysis().project());
  if (!('file' in plan)) throw new Error(JSON.stringify(plan));
  return { ...files, 'docket.lock': plan.file.after };
}

const aboutCode = (findings: readonly { rule: string; id?: string | undefined }[]) =>
  findings.filter(({ rule }) => ABOUT_CODE.test(rule)).map(({ rule, id }) => `${rule} ${id}`);

const found = (session: Session) => aboutCode(session.analysis().findings({ scope: 'project', beyondBaseline: false }));

describe.each(LANGUAGE_FILES)('$path', file => {
  const { path, names, tagged } = file;
  const before = project(file, names);
  const files = withLock(before);

  test('has these symbols, and the lock knows each of them and both tags', () => {
    expect(symbolsIn(path, open(files).analysis().project().get)).toEqual(names);
    const keys = (files['docket.lock'] ?? '').split('\n').filter(line => line.startsWith('LD-'));
    expect(keys.toSorted()).toEqual(
      [
        ...names.map((name, n) => `LD-SYM-${String(n + 10)} ${path}#${name}`),
        ...tagged.map((name, n) => `LD-TAG-0${String(n + 1)} ${path}#${name}`),
      ].toSorted(),
    );
  });

  test('the whole check and the trace', () => {
    const session = open(files);
    expect(found(session)).toEqual([]);
    const { get } = session.analysis().project();
    for (const name of names) expect(lineOfSymbol(asPath(path), name, get), name).toBeGreaterThan(0);
    const traced = JSON.stringify(traceOf(get));
    for (const name of [...names, ...tagged]) expect(traced).toContain(`"symbol":${JSON.stringify(name)}`);
  });

  test.each([
    ['staged', 'commit'],
    ['range', 'range'],
  ] as const)('the %s check of a change that brings the code and the lock, and what it owes', (gate, stage) => {
    const changed = changeIn(files, { before: { [path]: null, 'docket.lock': null }, stage, message: 'x' }, AS_OF);
    expect(changed.debts().filter(({ status }) => status === 'open')).toEqual([]);
    expect(aboutCode(changed.findings(gate))).toEqual([]);
    expect(
      changed
        .debts()
        .map(({ owed }) => owed.id)
        .toSorted(),
    ).toEqual(idsIn(files).toSorted());
  });

  test('the check of a folder and the language server', () => {
    using disk = onDisk(files);
    expect(aboutCode(findingsOf(disk.root, AS_OF).findings)).toEqual([]);
    const opened = openInEditor(disk.root);
    opened.session.at(AS_OF);
    expect(found(opened.session)).toEqual([]);
    expect(symbolsIn(path, opened.session.analysis().project().get)).toEqual(names);
  });

  test('a symbol that is not there is named by all of them', () => {
    const wrong = { ...project(file, ['nothere']), 'docket.lock': '' };
    const plan = settled(['LD-SYM-10'], SAID, open(wrong).analysis().project());
    expect('unsettled' in plan && plan.unsettled.zh).toContain(`LD-SYM-10 写的 ${path}#nothere 不存在`);
    expect(found(open(wrong))).toContain('trace/never-reviewed LD-SYM-10');
    using disk = onDisk(wrong);
    const opened = openInEditor(disk.root);
    opened.session.at(AS_OF);
    expect(found(opened.session)).toEqual(found(open(wrong)));
  });
});
