import { expect, it, test } from 'vitest';
import { parseDocument } from '../../engine/documents/parse.ts';
import { matchSections } from '../../engine/model/read/headings.ts';
import { builtInCatalogue } from '../../engine/model/config/projectConfig.ts';
import { asPath } from '../../engine/base/text.ts';
import { open } from '../inMemory.ts';

const STORAGE = '| 服务器 | 卷 | 总量(GB) | 已用(GB) |\n|---|---|---|---|\n| app01 | / | 200 | 100 |\n';
const SPACES =
  '| 数据库 | 表空间 | 总量(MB) | 已用(MB) | 使用率(%) |\n|---|---|---|---|---|\n| db01 | TS_DATA | 1000 | 800 | 80 |\n';
const OTHER = '| 服务器 | 说明 |\n|---|---|\n| web01 | 本周重启 |\n';

test('each list finds its own table among those of one section', () => {
  const text = `---\nstatus: completed\n---\n# 巡检\n\n## 软件应用环境\n\n${SPACES}\n${OTHER}\n${STORAGE}`;
  const data = open({ 'records/inspection/2026/XJ-2026-W21.md': text }).analysis().project().entry('XJ-2026-W21')?.data;
  expect(data?.['storage']).toMatchObject([{ server: 'app01', total_gb: 200, usage_pct: 50 }]);
  expect(data?.['tablespaces']).toMatchObject([{ db: 'db01', usage_pct: 80 }]);
});

test('a table that only shares a column or two is nobody’s rows', () => {
  const text = `---\nstatus: completed\n---\n# 巡检\n\n## 软件应用环境\n\n${OTHER}`;
  const data = open({ 'records/inspection/2026/XJ-2026-W21.md': text }).analysis().project().entry('XJ-2026-W21')?.data;
  expect(data?.['storage']).toBeUndefined();
});

it.each(['程序1设计说明', '3 程序2（Overdue）设计说明', '第三章 程序设计说明', '四、程序设计说明'])(
  'finds the section under “%s”',
  title => {
    const document = parseDocument(asPath('docs/a.md'), { text: `# 详细设计\n\n## ${title}\n` });
    const specs = builtInCatalogue.profiles.get('gb8567-1988')?.get('lld') ?? [];
    expect([...matchSections(document, specs).values()]).toEqual([1]);
  },
);
