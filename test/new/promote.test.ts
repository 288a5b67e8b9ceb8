/** `docket promote`: a row becomes a file and nothing else changes. */
import { describe, expect, test } from 'vitest';
import { promotionOf } from '../../deliver/newDocument/promote.ts';
import type { Plan } from '../../engine/base/plan.ts';
import { open } from '../inMemory.ts';
import { FILES, smallProject } from './project.ts';

const JOURNAL = 'records/service-order/2026/FW-2026-05.md';
const files = {
  ...FILES,
  [JOURNAL]: `---
id: FW-2026-05
type: journal
title: 2026 年 5 月服务工单登记簿
status: closed
system: ZZGL
created: 2026-05-20
author: RY-002
of: service-order
period: 2026-05
---

# 2026 年 5 月服务工单登记簿

| 编号 | 标题 | 类别 | 性质 | 申请人 | 开始时间 | 完成时间 | 工时 | 处理人 | 服务内容 | 处理结果 | 关联工单 | 天气 | 状态 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| FW-2026-0009 | 补录协助 | business_assist | emergency | 业务处 沈洁 | 2026-05-20 13:30 | 2026-05-20 17:30 | 4 | RY-002 | 指导 A\\|B 两类窗口补录 | 补录 46 件 | [[WX-2026-0003]] | 晴 | done |
| FW-2026-0010 | 账号停用 | account | | 信息中心 | 2026-05-25 09:00 | | 2.5 | RY-099 | 停用账号 | | WX-2026-0999 | 雨 | done |
`,
};

function promoted(id: string): { readonly plan: Plan; readonly after: Readonly<Record<string, string>> } {
  const promotion = promotionOf(smallProject(files), id);
  if ('refused' in promotion) throw new Error(promotion.refused.zh);
  const { plan } = promotion;
  return { plan, after: { ...files, ...Object.fromEntries(plan.map(({ path, after }) => [path, String(after)])) } };
}

/** Findings by rule, words and record; a place may move. */
function findings(all: Readonly<Record<string, string>>): readonly string[] {
  return open(all, '2026-05-21T09:30:00+08:00')
    .analysis()
    .findings({ scope: 'project', beyondBaseline: false })
    .map(({ rule, message, id }) => `${rule} ${id} ${message.zh}`)
    .sort();
}

describe('findings before = after', () => {
  test.each(['FW-2026-0009', 'FW-2026-0010'])('%s', id => {
    const before = findings(files);
    expect(before.length).toBeGreaterThan(0);
    expect(findings(promoted(id).after)).toEqual(before);
  });
});

test('the record says the same in its file as in its row', () => {
  const { after } = promoted('FW-2026-0009');
  const data = (all: Readonly<Record<string, string>>) => smallProject(all).find('FW-2026-0009')?.entry?.data;
  expect(data(after)).toEqual(data(files));
});

test('nothing the row says is lost, and its bar is a bar again', () => {
  const { plan, after } = promoted('FW-2026-0009');
  const [file] = plan;
  expect(file?.path).toBe('records/service-order/2026/FW-2026-0009.md');
  expect(file?.after).toContain('## 服务内容\n\n指导 A|B 两类窗口补录');
  expect(file?.after).toContain('## 天气\n\n晴');
  expect(after[JOURNAL]).not.toContain('FW-2026-0009');
  expect(after[JOURNAL]).toContain('| FW-2026-0010 |');
});

test('a file is not promoted again', () => {
  expect(promotionOf(smallProject(files), 'WX-2026-0003')).toMatchObject({
    refused: { zh: expect.stringContaining('已是单独的文件') },
  });
  expect(promotionOf(smallProject(files), 'FW-2026-0777')).toMatchObject({
    refused: { zh: '没有单据 FW-2026-0777。' },
  });
});
