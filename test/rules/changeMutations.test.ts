/**
 * For every rule about a change, a commit on the sample contract that makes it speak, at the line it is about. The sample is opened
 * twice; the later one takes each commit in and gives it back.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { analyseChange } from '../../engine/session/changeAnalysis.ts';
import { Session } from '../../engine/session/session.ts';
import type { ChangedFile, ChangeSet, Commit } from '../../engine/workspace/changeSet.ts';
import { fileContent } from '../../engine/workspace/files.ts';
import { diskSource } from '../../host/disk.ts';

interface Faulty {
  readonly rule: string;
  readonly message: string;
  readonly author?: string;
  readonly at?: string;
  readonly stage?: ChangeSet['stage'];
  readonly files: Readonly<Record<string, readonly [from: string, to: string] | string>>;
  /** The line where the finding stands, in a file or in the message, as a pattern. */
  readonly where: string;
  /** Every other rule that speaks, with the reason why. */
  readonly besides?: Readonly<Record<string, string>>;
}

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/zzgl/files');
const commits = JSON.parse(readFileSync(path.join(import.meta.dirname, 'changes.json'), 'utf8')) as readonly Faulty[];
const source = diskSource(SAMPLE);
const before = Session.open(source, { asOf: '2026-11-22' });
const after = Session.open(source, { asOf: '2026-11-22' });

describe('a commit that breaks', () => {
  test.each(commits.map(faulty => [faulty.rule, faulty] as const))('%s', (rule, faulty) => {
    const findings = findingsOf(faulty);
    const lines = findings.filter(finding => finding.rule === rule).map(({ line }) => line);
    expect(
      lines.some(line => new RegExp(faulty.where).test(line)),
      `${rule} speaks at ${JSON.stringify(lines)}`,
    ).toBe(true);
    const others = new Set(findings.map(finding => finding.rule).filter(name => name !== rule));
    expect([...others].sort()).toEqual(Object.keys(faulty.besides ?? {}).sort());
  });

  test('there is one for every rule about a change', () => {
    const covered = new Set(commits.map(({ rule }) => rule));
    expect(rules.filter(({ over, id }) => over === 'change' && !covered.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

function findingsOf(faulty: Faulty): readonly { readonly rule: string; readonly line: string }[] {
  const changed = Object.entries(faulty.files).map(([file, edit]) => ({ path: asPath(file), text: textAfter(file, edit) }));
  after.apply(changed.map(({ path: file, text }) => ({ path: file, content: { state: 'text', text } })));
  const found = analyseChange(
    setOf(
      faulty,
      changed.map(({ path: file }) => file),
    ),
    before,
    after,
  ).changeFindings();
  const lined = found.map(finding => ({ rule: finding.rule, line: lineOf(finding, faulty) }));
  after.apply(changed.map(({ path: file }) => ({ path: file, content: source.read(file) })));
  return lined;
}

function setOf(
  { message, author = 'ry-004@example.invalid', at = '2026-11-20T10:00:00+08:00', stage = 'range' }: Faulty,
  paths: readonly ReturnType<typeof asPath>[],
): ChangeSet {
  const files: readonly ChangedFile[] = paths.map(file => ({
    path: file,
    how: source.read(file).state === 'absent' ? 'added' : 'modified',
    sort: 'file',
  }));
  const commit: Commit = {
    hash: stage === 'commit' ? undefined : 'f'.repeat(40),
    message,
    author: { name: '李四', email: author },
    at,
    parents: 1,
    files,
  };
  return {
    stage,
    before: source,
    after: source,
    files,
    commits: [commit],
    past: { commitsNaming: () => [commit], tagsWith: () => [], treeOf: () => source, sidesOf: () => ({ before: source, after: sourceAfter(paths) }) },
  };
}

/** The files as they stand in the later session. */
function sourceAfter(paths: readonly ReturnType<typeof asPath>[]): ChangeSet['after'] {
  return { list: () => paths, read: file => after.cache.get(fileContent, file) };
}

function textAfter(file: string, edit: readonly [string, string] | string): string {
  if (typeof edit === 'string') return edit;
  const text = readFileSync(path.join(SAMPLE, file), 'utf8');
  expect(text, `${file} has the text to replace`).toContain(edit[0]);
  return text.replace(edit[0], () => edit[1]);
}

function lineOf({ commit, at: { path: file, range } }: Finding, { message }: Faulty): string {
  const text = commit === undefined ? (after.analysis().project().text(file) ?? '') : message;
  return text.split('\n')[range.start.line] ?? '';
}
