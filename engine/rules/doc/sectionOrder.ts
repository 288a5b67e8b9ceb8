import type { Section } from '../../documents/document.ts';
import type { SectionSpec } from '../../model/kinds/kinds.ts';
import { entryRule, type EntryPage, type Remark } from '../rule.ts';

export const sectionOrder = entryRule({
  id: 'doc/section-order',
  says: { zh: '章节按模板的顺序排列。', en: 'Sections are in the order of their template.' },
  why: {
    zh: '同类文档章节顺序一致，审阅人才能在固定的位置找到内容。',
    en: 'Reviewers find things in the place that the standard gives only when every document keeps its order.',
  },
  basis: 'standard',
  severity: 'warning',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 登录失败\n\n## 问题原因分析\n\n会话缓存占满。\n\n## «问题描述»\n\n无法登录。\n',
      },
      message: '“问题描述”应在“问题原因分析”之前。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 登录失败\n\n## 问题描述\n\n无法登录。\n\n## 补充材料\n\n## 二、问题原因分析\n\n会话缓存占满。\n',
      },
    },
  ],

  *check(page) {
    if (!page.entry.broken && page.entry.row === undefined) yield* misplaced(page, page.modelled.specs);
  },
});

interface Found {
  readonly spec: SectionSpec;
  readonly section: Section;
}

/** Compares only sections of the same level: one below another heading may be a part of it. */
function* misplaced(page: EntryPage, specs: readonly SectionSpec[]): Iterable<Remark> {
  const found = specs.flatMap(spec => foundSection(page, spec));
  for (const [n, { spec, section }] of found.entries()) {
    const ahead = found
      .slice(0, n)
      .find(other => other.section.parent === section.parent && other.section.own.start > section.own.start);
    if (ahead !== undefined) yield report(page, ahead.spec, spec);
  }
  for (const { sections } of specs) yield* misplaced(page, sections);
}

function report(page: EntryPage, before: SectionSpec, after: SectionSpec): Remark {
  return {
    at: page.atSection(before.key),
    id: page.entry.id,
    say: {
      zh: `“${before.label.zh}”应在“${after.label.zh}”之前。`,
      en: `“${before.label.en}” should come before “${after.label.en}”: move it.`,
    },
    related: [{ at: page.atSection(after.key), say: { zh: '应在它之前', en: 'Before this one' } }],
  };
}

function foundSection(page: EntryPage, spec: SectionSpec): readonly Found[] {
  const section = page.section(spec.key);
  return section === undefined ? [] : [{ spec, section }];
}
