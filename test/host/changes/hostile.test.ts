/** Nothing that a repository configures is run by reading it, and nothing in it is written. */
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { blobsOf } from '../../../host/git/workingBlobs.ts';
import { namesOfChanged } from '../../../host/changes/changedFiles.ts';
import { commitSignatureOf } from '../../../host/git/commitSignature.ts';
import { headOf } from '../../../host/git/repository.ts';
import { factsOf } from '../../../host/git/repositoryFacts.ts';
import { diskSource } from '../../../host/project/disk.ts';
import { git as ask } from '../../../host/git/git.ts';
import { historyOf } from '../../../host/git/history.ts';
import { stateOf } from '../../../host/git/repositoryState.ts';
import { commit, CONFIG, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';
import { listedIn, range, refusalOf, single, staged, textIn, working } from './asked.ts';

const HOOKS = [
  'pre-commit',
  'commit-msg',
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'fsmonitor-watchman',
  'pre-auto-gc',
];

/** Every setting that names a program git may start while it reads; all of them leave the same mark. */
function trapped(): { readonly root: string; readonly mark: string } {
  const root = repositoryWith({
    'docket.yml': CONFIG,
    'a.md': '甲\n',
    'b.md': '乙\n',
    '.gitattributes': '* filter=trap diff=trap merge=trap\n',
  });
  const home = folderWith({});
  const mark = path.join(home, 'mark');
  const trap = path.join(home, 'trap.sh');
  put(home, { 'trap.sh': `#!/bin/sh\necho "$0 $*" >> '${mark}'\ncat\n` });
  chmodSync(trap, 0o755);
  commit(root);
  git(root, 'mv', 'b.md', 'moved.md');
  put(root, { 'moved.md': '乙\n丙\n', 'c.md': '丙\n' });
  commit(root);
  sign(root);
  git(root, 'tag', '-a', 'v1', '-m', 'x');
  for (const hook of HOOKS) {
    put(root, { [`.git/hooks/${hook}`]: readFileSync(trap) });
    chmodSync(path.join(root, '.git/hooks', hook), 0o755);
  }
  const programs = {
    'core.fsmonitor': trap,
    'core.pager': trap,
    'core.sshCommand': trap,
    'core.gitProxy': trap,
    'core.askPass': trap,
    'core.editor': trap,
    'core.alternateRefsCommand': trap,
    'core.hooksPath': path.join(root, '.git/hooks'),
    'diff.external': trap,
    'diff.trap.command': trap,
    'diff.trap.textconv': trap,
    'diff.trap.cachetextconv': 'true',
    'filter.trap.clean': trap,
    'filter.trap.smudge': trap,
    'filter.trap.process': trap,
    'filter.trap.required': 'true',
    'merge.trap.driver': trap,
    'pager.log': trap,
    'pager.status': trap,
    'pager.diff': trap,
    'gpg.program': trap,
    'gpg.openpgp.program': trap,
    'gpg.x509.program': trap,
    'gpg.ssh.program': trap,
    'gpg.ssh.defaultKeyCommand': trap,
    'log.showSignature': 'true',
    'credential.helper': trap,
    'alias.log': `!${trap}`,
    'alias.status': `!${trap}`,
    'remote.origin.url': `ext::${trap}`,
    'remote.origin.promisor': 'true',
    'remote.origin.uploadpack': trap,
    'protocol.ext.allow': 'always',
    'extensions.partialClone': 'origin',
    'core.repositoryFormatVersion': '1',
    'trailer.x.command': trap,
  };
  for (const [key, value] of Object.entries(programs)) ask(root, ['config', key, value]);
  ask(root, ['config', 'core.hooksPath', path.join(root, '.git/hooks')]);
  rmSync(mark, { force: true });
  return { root, mark };
}

/** Gives the last commit a signature, which somebody might have to verify. */
function sign(root: string): void {
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n eA==\n -----END PGP SIGNATURE-----\n\n';
  const signed = git(root, 'cat-file', 'commit', 'HEAD').replace('\n\n', `\n${signature}`);
  git(
    root,
    'reset',
    '-q',
    '--soft',
    ask(root, ['hash-object', '-t', 'commit', '-w', '--stdin'], Buffer.from(signed)).out.toString().trim(),
  );
}

/** Git believes nothing it knows of these files, and would have to look into them. */
function touch(root: string): void {
  for (const file of ['a.md', 'c.md', 'moved.md']) utimesSync(path.join(root, file), 1, 1);
  const later = new Date(statSync(path.join(root, '.git/index')).mtimeMs);
  utimesSync(path.join(root, 'c.md'), later, later);
}

describe.skipIf(process.platform === 'win32')('traps are not sprung', () => {
  const { root, mark } = trapped();

  test('by themselves they work', () => {
    touch(root);
    expect(() => git(root, 'status')).toThrow('trap');
    expect(existsSync(mark)).toBe(true);
    rmSync(mark);
  });

  test.each<readonly [string, (root: string) => unknown]>([
    [
      'staged',
      at => [
        staged(at).files,
        listedIn(staged(at).after),
        textIn(staged(at).after, 'a.md'),
        staged(at).past.commitsNaming('WX-2026-0001'),
      ],
    ],
    ['working', at => [working(at).files, textIn(working(at).after, 'a.md')]],
    [
      'a range',
      at => [
        range(at, 'HEAD').files,
        range(at, 'HEAD~1..HEAD').past.tagsWith('x'),
        textIn(range(at, 'HEAD~1..HEAD').before, 'b.md'),
      ],
    ],
    ['one commit', at => [single(at, 'HEAD').files, listedIn(single(at, 'HEAD').after)]],
    ['an object that is only on the server', at => textIn(withoutBlob(at, 'HEAD~1:a.md'), 'a.md')],
    [
      'facts',
      at => [factsOf(at)?.remotes, factsOf(at)?.history?.commitsNaming('WX-2026-0001'), stateOf(at), historyOf(at)],
    ],
    ['a signature', at => commitSignatureOf(at, headOf({ folder: at }) ?? '')],
    ['the working tree', at => [blobsOf(at), namesOfChanged(at), diskSource(at).list()]],
  ])('%s', (_name, read) => {
    rmSync(mark, { force: true });
    touch(root);
    const before = gitFolder(root);
    expect(JSON.stringify(read(root))).not.toBe('');
    expect(existsSync(mark) ? readFileSync(mark, 'utf8') : '').toBe('');
    expect(gitFolder(root)).toEqual(before);
  });

  test('a filter that cannot be switched off is refused', () => {
    const odd = repositoryWith({ 'docket.yml': CONFIG });
    put(odd, {
      '.git/config': `${readFileSync(path.join(odd, '.git/config'), 'utf8')}[filter "a=b"]\n\tclean = false\n`,
    });
    expect(refusalOf(() => working(odd))).toContain('filter.a=b.clean');
  });
});

/** The source of the first commit, one content of which is missing. */
function withoutBlob(root: string, name: string): ReturnType<typeof range>['before'] {
  const id = git(root, '-c', 'core.fsmonitor=', 'rev-parse', name).trim();
  const file = path.join(root, '.git/objects', id.slice(0, 2), id.slice(2));
  const source = range(root, 'HEAD~1..HEAD').before;
  rmSync(file, { force: true });
  return source;
}

/** Every file of the git folder with its time, what the test takes away left out. */
function gitFolder(root: string): readonly string[] {
  return readdirSync(path.join(root, '.git'), { recursive: true, encoding: 'utf8' })
    .filter(file => !file.startsWith('objects'))
    .map(file => `${file} ${statSync(path.join(root, '.git', file)).mtimeMs}`)
    .sort();
}

describe('settings that change how git prints change nothing here', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG, 'd/甲.md': '甲甲甲甲甲甲\n乙乙乙乙乙乙\n', 'b.md': '乙\n' });
  git(root, 'mv', 'd/甲.md', 'd/乙.md');
  put(root, { 'd/乙.md': '甲甲甲甲甲甲\n乙乙乙乙乙乙\n丙\n' });
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', '说明\n\nRefs: WX-2026-0001');
  put(root, { 'b.md': 'y' });
  git(root, 'stash', '-q');
  put(root, { 'b.md': 'x', 'n/n.md': 'x' });
  const all = () =>
    JSON.stringify([
      range(root, 'HEAD').commits,
      single(root, 'HEAD').files,
      working(root).files,
      staged(root).past.commitsNaming('WX-2026-0001'),
    ]);
  const usual = all();

  test('as they are', () => expect(usual).toContain('"was":"d/甲.md","how":"renamed"'));

  test.each([
    ['diff.renames=false'],
    ['diff.renames=copies'],
    ['diff.renameLimit=1'],
    ['diff.relative=true'],
    ['diff.noprefix=true'],
    ['diff.orderFile=nowhere'],
    ['diff.ignoreSubmodules=all'],
    ['log.showRoot=false'],
    ['log.diffMerges=first-parent'],
    ['log.abbrevCommit=true'],
    ['log.date=raw'],
    ['log.decorate=full'],
    ['log.follow=true'],
    ['color.ui=always'],
    ['core.abbrev=4'],
    ['core.quotePath=true'],
    ['core.precomposeUnicode=true'],
    ['core.ignoreCase=true'],
    ['format.pretty=oneline'],
    ['i18n.logOutputEncoding=GBK'],
    ['status.showStash=true'],
    ['status.branch=true'],
    ['status.short=true'],
    ['status.relativePaths=true'],
    ['status.showUntrackedFiles=no'],
    ['status.renames=copies'],
    ['core.commentChar=auto'],
    ['grep.patternType=perl'],
    ['push.default=nothing'],
  ])('%s', setting => {
    const [key = '', value = ''] = setting.split('=');
    git(root, 'config', key, value);
    const now = all();
    git(root, 'config', '--unset', key);
    expect(now).toBe(usual);
  });
});
