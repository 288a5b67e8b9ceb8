/** What the hooks do to commits: every way git makes one. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALONE, CODE, installed, LLD, LOCK, PAID, type Repository, repository } from './repository.ts';

const OWED = /^错误 {2}LD-REV-07 没有跟着改：Job\.run 变了；.*docket settle LD-REV-07/;
const REFS = '改提前量\n\nRefs: WX-2026-0003';
const AGREED = /^LD-REV-07 src\/Job\.java\n {2}\w{12} \w{12} agreed 李四 -$/m;

/** In HEAD, the index and the working tree alike. */
function expectRecorded(made: Repository): void {
  expect(made.git('show', `HEAD:${LOCK}`).out).toMatch(AGREED);
  expect(made.git('show', `:${LOCK}`).out).toBe(made.git('show', `HEAD:${LOCK}`).out);
  expect(made.read(LOCK)).toBe(made.git('show', `HEAD:${LOCK}`).out);
}

describe.skipIf(process.platform === 'win32')('a commit', () => {
  test('whose code left its unit behind is refused, and the first line says which and what to do', () => {
    const made = installed();
    made.put(ALONE);
    const { status, err } = made.commit(REFS);
    expect(status).toBe(1);
    expect(err).toMatch(OWED);
    expect(made.read(LOCK)).toBeUndefined();
  });

  test('that pays is accepted without a word and recorded by itself; what it paid is then known', () => {
    const made = installed();
    made.put(PAID);
    expect(made.commit(REFS)).toMatchObject({ status: 0, err: '' });
    expectRecorded(made);
    expect(made.git('status', '--porcelain').out).toBe('');
    expect(made.commit('改写\n\nRefs: WX-2026-0003', '--amend')).toMatchObject({ status: 0, err: '' });
    expect(made.git('status', '--porcelain').out).toBe('');
  });

  test('of a message without a ticket is refused when the message is there', () => {
    const made = installed();
    made.put(PAID);
    const { status, err } = made.commit('改提前量');
    expect(status).toBe(1);
    expect(err).toMatch(/^错误 {2}提交改了 Job\.java，没有写明工单/);
  });

  test('whose message is written in an old encoding is read in it', () => {
    const made = installed();
    made.put(PAID);
    // 改, then 工单：WX-2026-0003
    const message = Buffer.concat([Buffer.from('b8c40a0ab9a4b5a5a3ba', 'hex'), Buffer.from('WX-2026-0003\n')]);
    writeFileSync(path.join(made.root, '../message'), message);
    made.git('add', '-A');
    expect(made.git('-c', 'i18n.commitEncoding=GB18030', 'commit', '-F', '../message')).toMatchObject({
      status: 0,
      err: '',
    });
    expect(made.log('%s')).toContain('改');
  });

  test('of a merge that is not resolved says so in one language', () => {
    const made = installed();
    made.git('switch', '-q', '-c', 'side');
    made.put({ [LLD]: (made.read(LLD) ?? '').replace('两天', '四天') });
    made.commit('四天');
    made.git('switch', '-q', 'main');
    made.put({ [LLD]: (made.read(LLD) ?? '').replace('两天', '五天') });
    made.commit('五天');
    made.git('merge', '-q', 'side');
    expect(made.docket('check', '--staged').out).toMatch(
      /^错误 {2}文件读不出来：合并冲突没有解决，请解决后运行 git add。\n/,
    );
    expect(made.docket('settle', 'LD-REV-07', '--because', '只调参数')).toMatchObject({
      status: 2,
      err: `docket: ${LLD} 的合并冲突还没有解决，核销的会是带冲突的内容。请先解决并 git add，再核销。\n`,
    });
  });

  test('--all records too', () => {
    const made = installed();
    made.put(PAID);
    expect(made.git('commit', '-a', '-m', REFS)).toMatchObject({ status: 0, err: '' });
    expectRecorded(made);
    expect(made.git('status', '--porcelain').out).toBe('');
  });

  test('of some paths records in both of its indexes, and leaves what else is staged and changed', () => {
    const made = installed();
    made.put({ ...PAID, 'README.md': '# 二\n', 'note.txt': '1\n' });
    made.git('add', 'README.md');
    expect(made.git('commit', '-m', REFS, CODE, LLD)).toMatchObject({ status: 0, err: '' });
    expectRecorded(made);
    expect(made.git('status', '--porcelain').out).toBe('M  README.md\n?? note.txt\n');
  });

  test('of some paths keeps what somebody settled besides', () => {
    const made = installed();
    made.put({
      'src/Other.java': 'class Other { int a; }\n',
      'docs/ZZGL-LLD2.md':
        '---\nid: ZZGL-LLD2\ntype: lld\nstatus: draft\n---\n# 二\n\n### LD-REV-08 其他\n\n- 代码：src/Other.java\n\n说明。\n',
    });
    made.commit('二', '--no-verify');
    made.docket('settle', 'LD-REV-08', '--because', '已核对');
    made.git('add', LOCK);
    made.put(PAID);
    expect(made.git('commit', '-m', REFS, CODE, LLD)).toMatchObject({ status: 0 });
    expect(made.git('show', `HEAD:${LOCK}`).out).toMatch(AGREED);
    expect(made.git('show', `:${LOCK}`).out).toMatch(/LD-REV-07[^]*LD-REV-08.*\n.* settled 李四 已核对/);
    expect(made.read(LOCK)).toBe(made.git('show', `:${LOCK}`).out);
  });

  test('of a project in a folder of the repository is checked and recorded there', () => {
    const made = repository('系统 a/合同');
    made.docket('hook', 'install');
    made.put({ [`系统 a/合同/${CODE}`]: ALONE[CODE] });
    expect(made.commit(REFS)).toMatchObject({ status: 1, err: expect.stringMatching(OWED) });
    made.put({ [`系统 a/合同/${LLD}`]: PAID[LLD] });
    expect(made.commit(REFS)).toMatchObject({ status: 0, err: '' });
    expect(made.git('show', `HEAD:系统 a/合同/${LOCK}`).out).toMatch(AGREED);
    expect(made.git('status', '--porcelain').out).toBe('');
  });

  test('where there is no project passes', () => {
    const made = installed();
    made.git('checkout', '-q', '--orphan', 'other');
    made.git('rm', '-rfq', '.');
    made.put({ 'a.txt': '1' });
    expect(made.commit('随便')).toMatchObject({ status: 0, err: '' });
  });
});

describe.skipIf(process.platform === 'win32')('what is nobody’s new work passes', () => {
  /** `side` changed the code alone without the hooks, `main` something else. */
  function diverged(): Repository {
    const made = installed();
    made.git('checkout', '-q', '-b', 'side');
    made.put(ALONE);
    made.commit('没有单号', '--no-verify');
    made.git('checkout', '-q', 'main');
    made.put({ 'README.md': '# 二\n' });
    made.commit('说明');
    return made;
  }

  test.each([
    ['merge', ['merge', '--no-edit', 'side']],
    ['cherry-pick', ['cherry-pick', 'side']],
    ['rebase', ['rebase', 'main', 'side']],
  ])('%s', (_what, args) => {
    const made = diverged();
    expect(made.git(...args)).toMatchObject({ status: 0 });
    expect(made.read(CODE)).toBe(ALONE[CODE]);
    expect(made.log('%B')).not.toContain('Refs');
  });

  test.each([
    ['merge', ['merge', 'side']],
    ['cherry-pick', ['cherry-pick', 'side']],
    ['rebase', ['rebase', 'main', 'side']],
  ])('%s that stopped at a conflict and goes on', (what, args) => {
    const made = diverged();
    made.put({ [CODE]: 'class Job { int days = 9; }\n' });
    made.commit('没有单号', '--no-verify');
    expect(made.git(...args).status).not.toBe(0);
    made.put(ALONE);
    made.git('add', '-A');
    expect(made.git('-c', 'core.editor=true', what, '--continue')).toMatchObject({ status: 0 });
    expect(made.git('status', '--porcelain').out).toBe('');
  });

  test('stash, and a commit that will be part of another', () => {
    const made = installed();
    made.put(ALONE);
    expect(made.git('stash')).toMatchObject({ status: 0, err: '' });
    expect(made.git('stash', 'pop')).toMatchObject({ status: 0, err: '' });
    made.put(PAID);
    made.git('add', '-A');
    expect(made.git('commit', '--fixup', 'HEAD')).toMatchObject({ status: 0, err: '' });
    expect(made.log('%B').trim()).toBe('fixup! 开始');
  });
});

describe.skipIf(process.platform === 'win32')('a message from an editor', () => {
  /** An editor that leaves these lines above what is there. */
  function edited(made: Repository, lines: string): ReturnType<Repository['git']> {
    const editor = path.join(path.dirname(made.root), 'editor.sh');
    writeFileSync(
      editor,
      `#!/bin/sh\n{ cat <<'END'\n${lines}\nEND\ncat "$1"; } > "$1.new" && cp "$1" "$1.seen" && mv "$1.new" "$1"\n`,
      {
        mode: 0o755,
      },
    );
    return made.git('-c', `core.editor=sh '${editor.replaceAll("'", String.raw`'\''`)}'`, 'commit', '-v');
  }

  test('is read without comments and without the change below the scissors', () => {
    const made = installed();
    made.put({ ...PAID, 'README.md': 'Refs: WX-2026-0099\n' });
    made.git('add', '-A');
    expect(edited(made, '改提前量\n\n# Refs: WX-2026-0098')).toMatchObject({
      status: 1,
      err: expect.stringContaining('没有写明工单'),
    });
    expect(edited(made, '改提前量\n\n# 注\nRefs: WX-2026-0003')).toMatchObject({ status: 0 });
    expect(made.log('%B').trim()).toBe(REFS);
  });

  test('begins with the trailers of the branch; closed as it was, it commits nothing', () => {
    const made = installed();
    made.git('checkout', '-q', '-b', 'feature/wx-2026-0003-提醒');
    made.put(PAID);
    made.git('add', '-A');
    expect(edited(made, '')).toMatchObject({ status: 1, err: expect.stringContaining('只有单号') });
    expect(existsSync(path.join(made.root, '.git/COMMIT_EDITMSG.seen'))).toBe(true);
    expect(made.read('.git/COMMIT_EDITMSG.seen')).toMatch(/^\n\nRefs: WX-2026-0003\nChange: BG-2026-0005\n\n# .*\n/);
    expect(edited(made, '改提前量')).toMatchObject({ status: 0 });
    expect(made.log('%B').trim()).toBe('改提前量\n\nRefs: WX-2026-0003\nChange: BG-2026-0005');
  });

  test('of one line gets the active ticket; an amended one is left alone', () => {
    const made = installed();
    made.git('config', 'docket.ticket', 'WX-2026-0003');
    made.put(PAID);
    expect(made.commit('改提前量')).toMatchObject({ status: 0 });
    expect(made.log('%B').trim()).toBe('改提前量\n\nRefs: WX-2026-0003\nChange: BG-2026-0005');
    const editor = 'core.editor=sed -i "/^Change/d"';
    expect(made.git('-c', editor, 'commit', '--amend')).toMatchObject({ status: 0 });
    expect(made.log('%B').trim()).toBe(REFS);
  });
});
