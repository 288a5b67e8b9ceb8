/**
 * A git repository → a sample: final files and a readable history. The way to change a sample: `docket sample zzgl DIR`,
 * amend DIR with git as you like, `node scripts/recordSample.ts DIR samples/zzgl`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { git, listedNames } from '../host/git/git.ts';
import { type SampleCommit, writeHistory } from '../host/sample/history.ts';

const [repository = '', sample = ''] = process.argv.slice(2);
if (sample === '') {
  console.error('usage: node scripts/recordSample.ts REPOSITORY SAMPLE');
  process.exit(2);
}

const hashes = text(['rev-list', '--reverse', 'HEAD'])
  .split('\n')
  .filter(hash => hash !== '');
const commits = hashes.map(recordCommit);

rmSync(path.join(sample, 'history'), { recursive: true, force: true });
for (const [month, list] of Map.groupBy(commits, ({ date }) => date.slice(0, 7)))
  write(path.join(sample, 'history', `${month}.log`), writeHistory(list));
rmSync(path.join(sample, 'files'), { recursive: true, force: true });
for (const file of paths(['ls-tree', '-r', '-z', '--name-only', 'HEAD']))
  write(path.join(sample, 'files', file), show('HEAD', file));
const people = new Set(
  text(['log', '--format=%an <%ae>'])
    .split('\n')
    .filter(line => line !== '')
    .sort(),
);
write(path.join(sample, 'authors.txt'), [...people].map(who => `${authorId(who)} = ${who}\n`).join(''));

function recordCommit(hash: string): SampleCommit {
  const [date = '', who = ''] = text(['show', '-s', '--format=%aI%n%an <%ae>', hash]).split('\n');
  const message = text(['show', '-s', '--format=%B', hash]);
  const tag = text(['tag', '--points-at', hash]).split('\n')[0] || undefined;
  const changed = paths(['diff-tree', '--root', '-r', '-z', '--no-commit-id', '--no-renames', '--name-status', hash]);
  const added: string[] = [];
  const deleted: string[] = [];
  const patches = new Map<string, string>();
  for (let n = 0; n < changed.length; n += 2) {
    const [status = '', file = ''] = changed.slice(n, n + 2);
    if (status === 'A') added.push(file);
    else {
      if (status === 'D') deleted.push(file);
      patches.set(file, patchOf(file, show(`${hash}^`, file), status === 'D' ? '' : show(hash, file)));
    }
  }
  return { date, author: authorId(who), message, tag, added, deleted, patches };
}

function patchOf(file: string, before: string, after: string): string {
  return createTwoFilesPatch(file, file, before, after, '', '', { context: 2 }).replace(/^[\s\S]*?\n(?=@@)/, '');
}

/** `李四 <ry-004@…>` → RY-004 */
function authorId(who: string): string {
  return /<([^@>]+)@/.exec(who)?.[1]?.toUpperCase() ?? who;
}

function show(revision: string, file: string): string {
  return text(['show', `${revision}:${file}`]);
}

function paths(args: readonly string[]): readonly string[] {
  return listedNames(git(repository, args).out);
}

function text(args: readonly string[]): string {
  const answer = git(repository, args);
  if (!answer.ok) throw new Error(`git ${args.join(' ')}: ${answer.error}`);
  return answer.out.toString('utf8');
}

function write(file: string, content: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}
