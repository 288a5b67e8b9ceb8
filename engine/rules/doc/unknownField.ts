import { closest } from '../nearest.ts';
import { entryRule } from '../rule.ts';
import { keyPlaceOf } from '../../model/place.ts';

export const unknownField = entryRule({
  id: 'doc/unknown-field',
  says: { zh: '单据只用其类型定义的字段。', en: 'A record has only fields that its kind defines.' },
  why: {
    zh: '写错名称的字段不参与任何检查和统计，看起来填了，其实没有。',
    en: 'Docket does not read a field with a misspelt name: it looks filled in and is not.',
  },
  clauses: ['C4.5-01'],
  severity: 'warning',
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\nstatus: registered\n«severty»: P2\n---\n# 登录失败\n' },
      message: '维护任务处理单没有“severty”这个字段。是否指 severity（级别）？',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md': '---\nreporter:\n  org: 市局\n  «tel»: 见通讯录\n---\n# 登录失败\n',
      },
      message: '维护任务处理单没有“tel”这个字段。自定的字段名以 x- 开头。',
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\n状态: 已登记\nx-room: 三楼机房\n---\n# 登录失败\n' } },
  ],

  *check(page) {
    if (page.entry.broken) return;
    for (const { code, pointer, name } of page.normalised.notes) {
      if (code !== 'unknown-field' || EVERYWHERE.has(name)) continue;
      const field = page.kind.fields.byKey.get(closest(name, [...page.kind.fields.byKey.keys()]) ?? '');
      const at = keyPlaceOf(page.at(pointer));
      const title = { zh: `改名为 ${field?.key}`, en: `Rename to ${field?.key}` };
      yield {
        at,
        id: page.entry.id,
        say: {
          zh: `${page.kind.label.zh}没有“${name}”这个字段。${field ? `是否指 ${field.key}（${field.label.zh}）？` : '自定的字段名以 x- 开头。'}`,
          en: `${page.kind.label.en} has no field “${name}”. ${field ? `Did you mean ${field.key}?` : 'Names of your own fields begin with x-.'}`,
        },
        fixes: field ? [{ title, safe: false, edits: [{ do: 'rename-key', at, to: field.key }] }] : [],
      };
    }
  },
});

/**
 * Fields that every kind accepts: the document it is a part of, and its type, which a kind of the project need not
 * list.
 */
const EVERYWHERE = new Set(['part_of', 'order', 'type', '文档类型', '类型']);
