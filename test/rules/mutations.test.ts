/**
 * For every rule a change of the sample contract that makes it speak, at the line it is about. The sample is opened once; each
 * change is applied, looked at, and taken back, after which the findings are those of before.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { rules } from '../../engine/rules/catalogue.generated.ts';
import type { Finding } from '../../engine/rules/runner/finding.ts';
import { Session } from '../../engine/session/session.ts';
import { diskSource } from '../../host/project/disk.ts';
import { parseHistory } from '../../host/sample/history.ts';
import { factsIn } from '../inMemoryRepository.ts';

interface Mutation {
  readonly rule: string;
  /** The file changed; a new one when `text` is given. */
  readonly file: string;
  readonly replace?: readonly [from: string, to: string];
  readonly text?: string;
  readonly delete?: true;
  readonly asOf?: string;
  /** The line where the finding stands, as a pattern. */
  readonly at: string;
  /** The file it stands in, when it is another. */
  readonly in?: string;
  /** Further changes that go with it. */
  readonly also?: readonly Omit<Mutation, 'rule' | 'at'>[];
}

const FOLDER = path.join(import.meta.dirname, 'mutations');
const SAMPLE = path.resolve(import.meta.dirname, '../../samples/zzgl/files');
const TODAY = '2026-11-22';

const mutations: readonly Mutation[] = readdirSync(FOLDER)
  .filter(name => name.endsWith('.json'))
  .flatMap(name => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Mutation[]);

const LOGS = path.resolve(SAMPLE, '../history');
const history = readdirSync(LOGS).flatMap(name => parseHistory(readFileSync(path.join(LOGS, name), 'utf8')));
const repository = factsIn({
  remotes: { origin: 'git.zzgl.example.cn' },
  tags: history.flatMap(({ tag }) => tag ?? []),
});

const session = Session.open(diskSource(SAMPLE), { asOf: TODAY, repository: () => repository });
const clean = keysOf(session.analysis().findings({ scope: 'project', beyondBaseline: false }));

describe.each([...Map.groupBy(mutations, ({ rule }) => rule)])('%s', (rule, list) => {
  test.each(list.map(mutation => [describeMutation(mutation), mutation] as const))('%s', (_name, mutation) => {
    session.at(mutation.asOf ?? TODAY);
    const before =
      mutation.asOf === undefined
        ? clean
        : keysOf(session.analysis().findings({ scope: 'project', beyondBaseline: false }));
    const changes = [mutation, ...(mutation.also ?? [])];
    session.apply(changes.map(change => ({ path: asPath(change.file), content: contentOf(change) })));
    const fresh = session
      .analysis()
      .findings({ scope: 'project', beyondBaseline: false })
      .filter(finding => finding.rule === rule && !before.has(keyOf(finding)));
    const lines = fresh.filter(({ at }) => at.path === (mutation.in ?? mutation.file)).map(lineOf);
    session.apply(
      changes.map(({ file }) => ({ path: asPath(file), content: diskSource(SAMPLE, []).read(asPath(file)) })),
    );
    session.at(TODAY);
    expect(
      lines.some(line => new RegExp(mutation.at).test(line)),
      `${rule} speaks at ${JSON.stringify(lines)}`,
    ).toBe(true);
  });
});

/** Spoken by the runner about allowances and about rules that fail. */
const OF_THE_RUNNER = new Set(['docket/rule-failed']);

test('every change was taken back', () => {
  expect(keysOf(session.analysis().findings({ scope: 'project', beyondBaseline: false }))).toEqual(clean);
});

test('every rule has a mutation', () => {
  const covered = new Set(mutations.map(({ rule }) => rule));
  const missing = rules
    .filter(({ id, over }) => over !== 'change' && !covered.has(id) && !OF_THE_RUNNER.has(id))
    .map(({ id }) => id);
  expect(missing).toEqual([]);
});

function describeMutation({ file, replace, text, asOf }: Mutation): string {
  const what = replace
    ? `${replace[0].slice(0, 40)} → ${replace[1].slice(0, 40)}`
    : text === undefined
      ? 'deleted'
      : 'added';
  return `${path.posix.basename(file)}: ${what.replaceAll('\n', '⏎')}${asOf ? ` as of ${asOf}` : ''}`;
}

function contentOf({ file, replace, text, delete: gone }: Pick<Mutation, 'file' | 'replace' | 'text' | 'delete'>) {
  if (gone) return { state: 'absent' } as const;
  if (text !== undefined) return { state: 'text', text } as const;
  const original = readFileSync(path.join(SAMPLE, file), 'utf8');
  if (replace === undefined) return { state: 'text', text: original } as const;
  expect(original, `${file} has the text to replace`).toContain(replace[0]);
  return { state: 'text', text: original.replace(replace[0], () => replace[1]) } as const;
}

function lineOf({ at: { path: file, range } }: Finding): string {
  const content = session.analysis().project().text(file) ?? '';
  return content.split('\n')[range.start.line] ?? '';
}

function keyOf({ rule, at, message }: Finding): string {
  return `${rule} ${at.path} ${at.range.start.line} ${message.zh}`;
}

function keysOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(keyOf));
}
