import { leavesOf } from '../../model/read/references.ts';
import { setValue } from '../fixes.ts';
import { closest } from '../nearest.ts';
import { entryRule, type EntryPage, type Remark } from '../rule.ts';

export const systemUnknown = entryRule({
  id: 'ref/system-unknown',
  says: {
    zh: '单据写的系统和模块都在 docket.yml 登记。',
    en: 'Every system and module that a record names is registered in docket.yml.',
  },
  why: {
    zh: '服务范围按系统和功能模块约定；写了没有登记的系统，就不能证明属于本合同。',
    en: 'The contract covers named systems and modules; work on another one is not shown to belong to it.',
  },
  clauses: ['C3.0-01'],
  severity: 'error',
  examples: [
    {
      bad: {
        'docket.yml': 'systems:\n  - { code: ZZGL, name: 证照系统, modules: [review, cert] }\n',
        'records/ticket/2026/WX-2026-0001.md': '---\nsystem: «ZZGI»\nmodule: «reviews»\n---\n# 一\n',
      },
      message: '没有登记系统 ZZGI，已登记：ZZGL。是否指 ZZGL？',
    },
    // A row of a journal.
    {
      bad: {
        'docket.yml': 'systems:\n  - { code: ZZGL, name: 证照系统, modules: [review, cert] }\n',
        'records/ticket/2026/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: ticket\n---\n# 登记簿\n\n| id | 系统 | 模块 |\n| --- | --- | --- |\n| WX-2026-0001 | «ZZGI» | «reviews» |\n',
      },
      message: '没有登记系统 ZZGI，已登记：ZZGL。是否指 ZZGL？',
    },
    {
      good: {
        'docket.yml': 'systems:\n  - { code: ZZGL, name: 证照系统, modules: [{ review: 审批流转 }] }\n',
        'records/ticket/2026/WX-2026-0001.md': '---\nmodule: review\n---\n# 一\n',
      },
    },
    { good: { 'records/ticket/2026/WX-2026-0001.md': '---\nsystem: ZZGL\n---\n# 没有登记系统时由配置规则提示\n' } },
  ],

  *check(page, { config: { systems } }) {
    if (page.entry.broken || systems.length === 0) return;
    const codes = systems.map(({ code }) => code);
    const own = systems.find(({ code }) => code === page.data['system']);
    const modules = (own === undefined ? systems : [own]).flatMap(system => system.modules);
    for (const { pointer, field, value } of leavesOf(page.kind.fields, page.data)) {
      if (typeof value !== 'string') continue;
      if (field.type === 'system' && !codes.includes(value))
        yield report(page, pointer, value, codes, { zh: '系统', en: 'system' });
      if (field.type === 'module' && modules.length > 0 && !modules.includes(value))
        yield report(page, pointer, value, modules, { zh: '模块', en: 'module' });
    }
  },
});

function report(
  page: EntryPage,
  pointer: string,
  value: string,
  known: readonly string[],
  what: { zh: string; en: string },
): Remark {
  const near = closest(value, known);
  const list = known.slice(0, 12);
  return {
    at: page.at(pointer),
    id: page.entry.id,
    say: {
      zh: `没有登记${what.zh} ${value}，已登记：${list.join('、')}。${near ? `是否指 ${near}？` : ''}`,
      en: `The ${what.en} ${value} is not registered; docket.yml registers ${list.join(', ')}.${near ? ` Did you mean ${near}?` : ''}`,
    },
    fixes: near ? [setValue(page, pointer, near, false)] : [],
  };
}
