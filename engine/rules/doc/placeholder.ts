import { leavesOf } from '../../model/read/references.ts';
import type { SectionSpec } from '../../model/kinds/kinds.ts';
import { entryRule, type EntryPage, type Remark } from '../rule.ts';
import { isFinished, isPlaceholder } from '../placeholders.ts';
import { isDemanded } from '../runner/unmet.ts';

export const placeholder = entryRule({
  id: 'doc/placeholder',
  says: { zh: '定稿的单据里没有占位文字。', en: 'A finished record contains no placeholder text.' },
  why: {
    zh: '“同上”“待补充”和模板提示语不是内容，验收时无法据此说明当时做了什么。',
    en: '“Same as above”, “to be added” and template hints are not content; at acceptance they prove nothing.',
  },
  clauses: ['C4.5-01', 'C3.1.2-08'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n\n## «问题原因分析»\n\n同上。\n',
      },
      message: 'WX-2026-0001 的“问题原因分析”只有占位文字“同上。”，请写明内容。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\nurgent_reason: «待补充»\n---\n# 登录失败\n\n## «解决方案说明»\n\n重启服务。【请填写处理步骤】\n',
      },
      message: 'WX-2026-0001 的“解决方案说明”留有模板提示“【请填写处理步骤】”，请写明内容。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md': '---\nstatus: processing\n---\n# 登录失败\n\n## 问题原因分析\n\nTODO\n',
      },
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 登录失败\n\n## 解决方案说明\n\n点击【保存】后重新登录，日志中的 TODO 项已清理。\n\n## 附件\n\n无\n',
      },
    },
  ],

  *check(page) {
    if (page.entry.broken || !isFinished(page)) return;
    for (const spec of dueSections(page, page.modelled.specs)) yield* inSection(page, spec);
    for (const { pointer, field, value } of leavesOf(page.kind.fields, page.data)) {
      if (field.type === 'text' && typeof value === 'string' && UNFINISHED.test(value))
        yield say(page, page.at(pointer), field.label, 'alone', value);
    }
  },
});

const UNFINISHED = /^\s*(?:待补充|待填写|待完善|待定|TODO|TBD|XXX+)[。.！!]?\s*$/i;
/** A hint in the form that templates use. A button or a name in the same brackets does not match. */
const HINT = /【(?:请|待|填写|写明|说明|此处|在此|示例|例如|例：|如：)[^】]*】/;

function* dueSections(page: EntryPage, specs: readonly SectionSpec[]): Iterable<SectionSpec> {
  for (const spec of specs) {
    if (isDemanded(spec, page, page.data)) yield spec;
    yield* dueSections(page, spec.sections);
  }
}

function* inSection(page: EntryPage, spec: SectionSpec): Iterable<Remark> {
  const content = page.content(spec.key);
  if (isPlaceholder(content)) yield say(page, page.atSection(spec.key), spec.label, 'alone', content);
  const hint = HINT.exec(content)?.[0];
  if (hint !== undefined) yield say(page, page.atSection(spec.key), spec.label, 'hint', hint);
}

function say(
  page: EntryPage,
  at: Remark['at'],
  label: SectionSpec['label'],
  how: 'alone' | 'hint',
  text: string,
): Remark {
  const { id } = page.entry;
  const zh = how === 'alone' ? `只有占位文字“${text}”` : `留有模板提示“${text}”`;
  const en = how === 'alone' ? `contains only “${text}”` : `still holds the template's hint “${text}”`;
  return {
    at,
    id,
    say: {
      zh: `${id} 的“${label.zh}”${zh}，请写明内容。`,
      en: `${label.en} of ${id} ${en}: write the real content.`,
    },
  };
}
