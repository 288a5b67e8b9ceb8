/** The completion scripts: bash's is run, the others name everything there is. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from '../../cli/commands.ts';
import { docket } from './project.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'docket-completion-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const bash = path.join(folder, 'docket.bash');
writeFileSync(bash, docket(folder, 'completion', 'bash').out);
const hasBash = spawnSync('bash', ['--version']).status === 0;

describe.runIf(hasBash)('bash', () => {
  it.each<[string[], string]>([
    [['docket', 'expl'], 'explain'],
    [['docket', '--cwd', 'check', 'base'], 'baseline'],
    [['docket', 'check', '--form'], '--format'],
    [['docket', 'check', '--format', 's'], 'sarif'],
    [['docket', '--color', 'n'], 'never'],
    [['docket', 'completion', ''], 'bash zsh fish powershell'],
    [['docket', 'check', 'docket.b'], 'docket.bash'],
  ])('%j', (words, expected) => {
    const script = `source ${bash}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _docket; echo "\${COMPREPLY[*]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8', cwd: folder });
    expect({ stdout, stderr }).toEqual({ stdout: `${expected}\n`, stderr: '' });
  });
});

describe.each(['zsh', 'fish', 'powershell'])('%s', shell => {
  const { code, out } = docket(folder, 'completion', shell);
  it('names every command and what its options may be', async () => {
    expect(code).toBe(0);
    for (const { name, load } of commands) {
      expect(out).toContain(name);
      for (const { flags, choices = [] } of (await load()).options) {
        expect(out).toContain(/--([\w-]+)/.exec(flags)?.[1] ?? flags);
        for (const choice of choices) expect(out).toContain(choice);
      }
    }
  });
});
