import { describe, expect, it } from 'vitest';
import { asPath } from '../../engine/base/text.ts';
import { planOfFix } from '../../engine/features/fixes.ts';
import { atKey, atSection, atSpan, atValue } from '../../engine/model/place.ts';
import type { FixEdit } from '../../engine/rules/rule.ts';
import { open } from '../inMemory.ts';

const path = asPath('records/ticket/2026/WX-2026-0001.md');

function fixed(text: string, ...edits: FixEdit[]): string {
  const { cache } = open({ 'docket.yml': 'docket: 1\nlanguage: zh-CN\n', [path]: text });
  const [file] = planOfFix(cache.get, { title: { zh: '', en: '' }, safe: true, edits }).plan;
  return String(file?.after ?? text);
}
const set = (pointer: string, value: unknown): FixEdit => ({ do: 'set', at: atValue(path, pointer), value });
const section = (key: string, text = ''): FixEdit => ({ do: 'add-section', at: atSection(path, key), text });

describe('a value of the frontmatter', () => {
  it.each<[string, string, FixEdit, string]>([
    [
      'is replaced, the comment beside it stays',
      'status: resolved # 待确认\n',
      set('/status', 'closed'),
      'status: closed # 待确认\n',
    ],
    ['is added at the end', 'status: resolved\n', set('/severity', 'high'), 'status: resolved\nseverity: high\n'],
    [
      'is filled in where only the key stands',
      'severity:\nstatus: resolved\n',
      set('/severity', 'high'),
      'severity: high\nstatus: resolved\n',
    ],
    ['is found under its Chinese name', '级别: low\n', set('/severity', 'high'), '级别: high\n'],
    [
      'joins a map on one line',
      'reporter: { org: 住建局 }\n',
      set('/reporter/name', '张三'),
      'reporter: { org: 住建局, name: 张三 }\n',
    ],
    [
      'joins a map of several lines',
      'reporter:\n  org: 住建局\nstatus: x\n',
      set('/reporter/name', '张三'),
      'reporter:\n  org: 住建局\n  name: 张三\nstatus: x\n',
    ],
    [
      'joins behind a quoted brace',
      'reporter: { org: "a } b" }\n',
      set('/reporter/name', '张三'),
      'reporter: { org: "a } b", name: 张三 }\n',
    ],
    ['brings its map along', 'status: x\n', set('/reporter/org', '住建局'), 'status: x\nreporter: { org: 住建局 }\n'],
    [
      'is quoted where YAML would read it otherwise',
      'status: x\n',
      set('/title', '1.10'),
      'status: x\ntitle: "1.10"\n',
    ],
    ['may be a list', 'status: x\n', set('/tags', ['a', 'b: c']), 'status: x\ntags: [a, "b: c"]\n'],
    ['keeps the line ends of Windows', 'status: x\r\n', set('/severity', 'high'), 'status: x\r\nseverity: high\r\n'],
  ])('%s', (_what, before, edit, after) => {
    const newline = before.includes('\r\n') ? '\r\n' : '\n';
    const whole = (yaml: string) => `---${newline}type: ticket${newline}${yaml}---${newline}# 登录失败${newline}`;
    expect(fixed(whole(before), edit)).toBe(whole(after));
  });

  it('gets another key', () => {
    const renamed = fixed('---\n级别: high\n---\n# 登录失败\n', {
      do: 'rename-key',
      at: atKey(path, '/severity'),
      to: 'severity',
    });
    expect(renamed).toBe('---\nseverity: high\n---\n# 登录失败\n');
  });
});

describe('words at a place', () => {
  const text = '---\nstatus: resolved\n---\n# 登录失败\n';
  it('are replaced where a span says', () => {
    expect(fixed(text, { do: 'replace', at: atSpan(path, { start: 0, end: 4 }), text: '' })).toBe(text.slice(4));
  });
  it('are replaced where a name says', () => {
    expect(fixed(text, { do: 'set', at: atValue(path, '/status'), value: 'closed' })).toContain('status: closed\n');
  });
});

describe('a section', () => {
  const head = '---\nstatus: resolved\n---\n# 登录失败\n';
  it.each<[string, string, FixEdit, string]>([
    [
      'stands behind the one before it',
      '\n## 问题描述\n\n不显示。\n',
      section('cause'),
      '\n## 问题描述\n\n不显示。\n\n## 问题原因分析\n',
    ],
    [
      'stands between its neighbours',
      '\n## 问题描述\n\n不显示。\n\n## 解决方案说明\n\n清理。\n',
      section('cause', '缓存占满。'),
      '\n## 问题描述\n\n不显示。\n\n## 问题原因分析\n\n缓存占满。\n\n## 解决方案说明\n\n清理。\n',
    ],
    [
      'stands before the one after it',
      '\n### 解决方案说明\n\n清理。\n',
      section('cause'),
      '\n### 问题原因分析\n\n### 解决方案说明\n\n清理。\n',
    ],
    ['stands alone', '', section('cause'), '\n## 问题原因分析\n'],
    [
      'is filled where its hint stands',
      '\n## 原因分析\n\n【写明原因】\n\n## 解决方案\n',
      section('cause', '缓存占满。'),
      '\n## 原因分析\n\n缓存占满。\n\n## 解决方案\n',
    ],
    [
      'is filled under its bare heading',
      '\n## 原因分析\n',
      section('cause', '缓存占满。'),
      '\n## 原因分析\n\n缓存占满。\n',
    ],
    [
      'is left alone when it says something',
      '\n## 原因分析\n\n断电。\n',
      section('cause', '缓存占满。'),
      '\n## 原因分析\n\n断电。\n',
    ],
    ['is not added twice', '\n## 原因分析\n', section('cause'), '\n## 原因分析\n'],
  ])('%s', (_what, before, edit, after) => {
    expect(fixed(head + before, edit)).toBe(head + after);
  });
});
