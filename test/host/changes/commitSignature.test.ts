/** Commits signed with real keys of ssh and gpg, and what the rule about them says of a record. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { commitSignatureOf } from '../../../host/git/commitSignature.ts';
import { checkTree } from '../../../host/project/checked.ts';
import { commit, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';

const BG = 'records/change-approval/2026/BG-2026-0005.md';
const form = (method: string, what = '增加预警任务。') =>
  `---\nsignatures:\n  - { role: approved, name: 何科长, date: 2026-04-02, method: ${method} }\n---\n# 超期预警\n\n## 修改内容\n\n${what}\n`;
const config = (key: string) =>
  `docket: 1\nlanguage: zh-CN\npeople:\n  - { id: A-02, name: 何科长 }\nsigning_keys:\n  - { person: A-02, key: "${key}" }\n`;

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout;
}

const isHere = (program: string, ...args: readonly string[]) => spawnSync(program, args).error === undefined;
const HAS_SSH = isHere('ssh-keygen', '-?');
const HAS_GPG = isHere('gpg', '--version');

/** A pair of keys of ssh in a folder of its own: the settings that sign with it, and its public half. */
function sshKey(): { readonly signing: readonly string[]; readonly key: string } {
  const file = path.join(folderWith({}), 'key');
  run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', 'he@example.cn', '-f', file);
  return {
    signing: ['-c', 'gpg.format=ssh', '-c', `user.signingkey=${file}.pub`],
    key: readFileSync(`${file}.pub`, 'utf8').trim(),
  };
}

function commitSigned(root: string, signing: readonly string[], message = '批准\n\nDoc: BG-2026-0005\n'): string {
  git(root, 'add', '-A');
  git(root, ...signing, 'commit', '-q', '--allow-empty', '-S', '-m', message);
  return git(root, 'rev-parse', 'HEAD').trim();
}

async function said(root: string): Promise<readonly string[]> {
  const { findings } = await checkTree(root, '2026-06-01', 'test');
  return findings.filter(({ rule }) => rule === 'sign/signed-commit').map(({ message }) => message.zh);
}

/** The commit with another message and the same signature. */
function forged(root: string, hash: string): string {
  const text = git(root, 'cat-file', 'commit', hash).replace('批准', '不批准');
  const file = path.join(folderWith({ commit: text }), 'commit');
  return git(root, 'hash-object', '-t', 'commit', '-w', file).trim();
}

test('a commit without a signature', () => {
  const root = repositoryWith({ 'a.md': '甲\n' });
  expect(commitSignatureOf(root, git(root, 'rev-parse', 'HEAD').trim())).toEqual({ state: 'unsigned' });
});

describe(HAS_SSH ? 'ssh' : 'ssh (left out: there is no ssh-keygen)', () => {
  test.runIf(HAS_SSH)('tells the key, and a commit that was changed', () => {
    const { signing, key } = sshKey();
    const root = repositoryWith({ 'a.md': '甲\n' });
    const hash = commitSigned(root, signing);
    const file = path.join(folderWith({ 'key.pub': `${key}\n` }), 'key.pub');
    expect(commitSignatureOf(root, hash)).toEqual({
      state: 'good',
      keys: [run('ssh-keygen', '-lf', file).split(' ')[1]],
    });
    expect(commitSignatureOf(root, forged(root, hash))).toEqual({ state: 'bad' });
  });

  test.runIf(HAS_SSH)('a record is signed by a commit of its signer, as long as it says what was signed', async () => {
    const [he, other] = [sshKey(), sshKey()];
    const root = repositoryWith({ 'docket.yml': config(he.key), [BG]: form('wet') });
    put(root, { [BG]: form('commit') });
    expect(await said(root)).toEqual([expect.stringContaining('没有提交含有“何科长”的这项签署')]);
    commitSigned(root, other.signing);
    expect(await said(root)).toEqual([expect.stringContaining('不是用登记在其名下的密钥签的')]);
    commitSigned(root, he.signing);
    expect(await said(root)).toEqual([]);
    put(root, { [BG]: form('commit', '增加预警规则。') });
    expect(await said(root)).toEqual([expect.stringContaining('“修改内容”又有改动')]);
    commit(root);
    expect(await said(root)).toEqual([expect.stringContaining('“修改内容”又有改动')]);
    commitSigned(root, he.signing);
    expect(await said(root)).toEqual([]);
  });

  test.runIf(HAS_SSH)('programs and lists that the repository names are not used', () => {
    const { signing, key } = sshKey();
    const root = repositoryWith({ 'a.md': '甲\n' });
    const hash = commitSigned(root, signing);
    const fair = commitSignatureOf(root, hash);
    const home = folderWith({
      'trap.sh': '#!/bin/sh\ntouch "$(dirname "$0")/mark"\n',
      signers: `* ${key}\n`,
      revoked: `${key}\n`,
    });
    chmodSync(path.join(home, 'trap.sh'), 0o755);
    for (const name of ['gpg.program', 'gpg.openpgp.program', 'gpg.x509.program', 'gpg.ssh.program'])
      git(root, 'config', name, path.join(home, 'trap.sh'));
    git(root, 'config', 'gpg.ssh.allowedSignersFile', path.join(home, 'signers'));
    git(root, 'config', 'gpg.ssh.revocationFile', path.join(home, 'revoked'));
    expect(commitSignatureOf(root, hash)).toEqual(fair);
    for (const mark of ['PGP SIGNATURE', 'PGP MESSAGE', 'SIGNED MESSAGE']) {
      const text = git(root, 'cat-file', 'commit', hash).replaceAll('SSH SIGNATURE', mark);
      const other = git(
        root,
        'hash-object',
        '-t',
        'commit',
        '-w',
        path.join(folderWith({ commit: text }), 'commit'),
      ).trim();
      expect(['bad', 'unchecked']).toContain(commitSignatureOf(root, other).state);
    }
    expect(existsSync(path.join(home, 'mark'))).toBe(false);
  });
});

describe(HAS_GPG ? 'gpg' : 'gpg (left out: there is no gpg)', () => {
  // The path of its socket has to be short.
  const home = mkdtempSync(path.join(tmpdir(), 'gpg-'));
  beforeAll(() => vi.stubEnv('GNUPGHOME', home));
  afterAll(() => {
    if (HAS_GPG) spawnSync('gpgconf', ['--kill', 'all']);
    vi.unstubAllEnvs();
    rmSync(home, { recursive: true, force: true });
  });

  test.runIf(HAS_GPG)(
    'tells the key, a commit that was changed, and a key that is not here; that is asked again',
    async () => {
      run(
        'gpg',
        '--batch',
        '--quiet',
        '--passphrase',
        '',
        '--quick-gen-key',
        'He <he@example.cn>',
        'ed25519',
        'sign',
        'never',
      );
      const key =
        /^fpr:+([0-9A-F]{40}):/m.exec(run('gpg', '--list-keys', '--with-colons'))?.[1] ?? expect.fail('no key');
      const root = repositoryWith({ 'docket.yml': config(key.replace(/.{4}(?=.)/g, '$& ')), [BG]: form('commit') });
      const hash = commitSigned(root, ['-c', 'gpg.format=openpgp', '-c', `user.signingkey=${key}`]);
      expect(commitSignatureOf(root, hash)).toEqual({ state: 'good', keys: [key] });
      expect(commitSignatureOf(root, forged(root, hash))).toEqual({ state: 'bad' });
      const elsewhere = mkdtempSync(path.join(tmpdir(), 'gpg-'));
      vi.stubEnv('GNUPGHOME', elsewhere);
      expect(commitSignatureOf(root, hash)).toEqual({ state: 'unchecked' });
      expect(await said(root)).toEqual([expect.stringContaining('在本机无法核验')]);
      vi.stubEnv('GNUPGHOME', home);
      expect(await said(root)).toEqual([]);
      rmSync(elsewhere, { recursive: true, force: true });
    },
  );
});
