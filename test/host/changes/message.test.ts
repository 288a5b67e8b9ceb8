/** A message is cleaned as git cleans it. */
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG, folderWith, git, put, repositoryWith } from '../../badInput/onDisk.ts';
import { refusalOf, staged } from './asked.ts';

const SCISSORS = '------------------------ >8 ------------------------';

const MESSAGES: Readonly<Record<string, string>> = {
  plain: 'title\n\nbody\n',
  'blank lines': '\n\n  \ntitle  \t\n\n\n\nbody\n\n\n',
  comments: 'title\n# a comment\n\nbody #1\n  # no comment\n#\n',
  scissors: `title\n\nbody\n# ${SCISSORS}\n# Do not modify\ndiff --git a/x b/x\n`,
  'other mark': `title\n#1 in a list\n; a comment\n; ${SCISSORS}\n`,
  'carriage returns': 'title\r\n\r\nRefs: WX-2026-0001\r\n# x\r\n',
  'only comments': '# x\n#y\n\n',
  'no end': 'title',
};

const SETTINGS: readonly (readonly string[])[] = [
  [],
  ['commit.cleanup=strip'],
  ['commit.cleanup=whitespace'],
  ['commit.cleanup=scissors'],
  ['commit.cleanup=verbatim'],
  ['core.commentChar=;'],
  ['core.commentChar=;', 'commit.cleanup=scissors'],
];

describe.each(Object.entries(MESSAGES))('%s', (_name, text) => {
  test.each(SETTINGS)('%s %s', (...settings) => {
    const root = repositoryWith({ 'docket.yml': CONFIG });
    for (const setting of settings.filter(Boolean)) git(root, 'config', ...(setting.split('=') as [string, string]));
    put(root, { message: text, 'editor.sh': '#!/bin/sh\ncp message "$1"\n' });
    const mine = staged(root, { messageFile: path.join(root, 'message') }).commits[0]?.message;
    // Git's own editor stands for a person who leaves exactly this text.
    git(
      root,
      '-c',
      'core.editor=sh editor.sh',
      'commit',
      '-q',
      '--allow-empty',
      '--allow-empty-message',
      ...(text.includes('>8') ? ['--verbose'] : []),
    );
    expect(mine).toBe(git(root, 'log', '-1', '--format=%B').replace(/\n$/, ''));
  });
});

test('with core.commentChar=auto git chose a mark that begins no line of the message', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG });
  git(root, 'config', 'core.commentChar', 'auto');
  put(root, { message: '#12 is fixed\n\nRefs: WX-2026-0001\n; Please enter\n;\n' });
  expect(staged(root, { messageFile: path.join(root, 'message') }).commits[0]?.message).toBe(
    '#12 is fixed\n\nRefs: WX-2026-0001\n',
  );
});

test('a hook sees what git will keep, whether somebody edits or not', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG });
  put(root, {
    'run.ts': hookProgram(),
    '.git/hooks/commit-msg': `#!/bin/sh\nexec '${process.execPath}' run.ts "$1"\n`,
  });
  git(root, 'add', 'run.ts');
  chmodSync(path.join(root, '.git/hooks/commit-msg'), 0o755);
  git(root, 'commit', '-q', '-m', '#12 is fixed');
  expect(readFileSync(path.join(root, 'seen'), 'utf8')).toBe('#12 is fixed\n');
  expect(git(root, 'log', '-1', '--format=%s').trim()).toBe('#12 is fixed');
});

test('a file that is not there is refused', () => {
  const root = repositoryWith({ 'docket.yml': CONFIG });
  expect(refusalOf(() => staged(root, { messageFile: path.join(folderWith({}), 'none') }))).toMatch(
    /^Cannot read the commit message .*none: ENOENT/,
  );
});

function hookProgram(): string {
  const home = path.resolve(import.meta.dirname, '../../../host');
  return `import { writeFileSync } from 'node:fs';
import { repositoryOf } from '${home}/git/repository.ts';
import { stagedChange } from '${home}/changes/staged.ts';
const making = { author: { name: 'a', email: 'b' }, asOf: '2026-06-01T09:00:00+08:00', messageFile: process.argv[2] };
writeFileSync('seen', stagedChange(repositoryOf(process.cwd()), making).commits[0].message);
`;
}
