/** Two folders, without git. */
import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderChange } from '../../../host/changes/folders.ts';
import { CONFIG, folderWith } from '../../badInput/onDisk.ts';
import { bothIn, listedIn, making, refusalOf, told } from './asked.ts';

const BEFORE = {
  'docket.yml': CONFIG,
  'a.md': '甲\n',
  'b.md': '乙\n',
  'c.md': '丙\n',
  'empty.md': '',
  '.svn/pristine/x': 'x',
};
const AFTER = {
  'docket.yml': CONFIG,
  'a.md': '丁\n',
  'sub/moved.md': '乙\n',
  'copied.md': '乙\n',
  'also-empty.md': '',
  '.svn/pristine/y': 'y',
};

test('differences, with moves of files that are the same', () => {
  const set = folderChange(folderWith(BEFORE), folderWith(AFTER), making);
  expect(told(set.files)).toEqual([
    'modified a.md',
    'added also-empty.md',
    'deleted c.md',
    'renamed copied.md < b.md',
    'deleted empty.md',
    'added sub/moved.md',
  ]);
  expect([set.stage, set.commits, listedIn(set.after)]).toEqual([
    'range',
    [],
    ['a.md', 'also-empty.md', 'copied.md', 'docket.yml', 'sub/moved.md'],
  ]);
  expect(bothIn(set, 'a.md')).toEqual(['甲\n', '丁\n']);
  expect([set.past.tagsWith('x'), set.past.commitsNaming('x')]).toEqual([[], []]);
});

test('a message makes a commit of it', () => {
  const home = folderWith({});
  writeFileSync(path.join(home, 'message'), '说明\n\nRefs: WX-2026-0001\n');
  const set = folderChange(folderWith(BEFORE), folderWith(AFTER), {
    ...making,
    messageFile: path.join(home, 'message'),
  });
  expect(set.commits).toEqual([
    {
      hash: undefined,
      message: '说明\n\nRefs: WX-2026-0001\n',
      author: making.author,
      at: making.asOf,
      parents: 1,
      files: set.files,
    },
  ]);
});

test('the same is no change; links are compared by where they lead', () => {
  const [one, other] = [folderWith(BEFORE), folderWith(BEFORE)];
  expect(folderChange(one, other, making).files).toEqual([]);
  symlinkSync('a.md', path.join(one, 'link.md'));
  symlinkSync('b.md', path.join(other, 'link.md'));
  expect(told(folderChange(one, other, making).files)).toEqual(['modified link.md (link)']);
});

test('a folder that is not there is refused', () => {
  expect(refusalOf(() => folderChange(path.join(folderWith({}), 'none'), folderWith(AFTER), making))).toMatch(
    /^Cannot compare .*none: there is no such folder/,
  );
});
