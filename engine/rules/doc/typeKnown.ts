import { documentRule } from '../rule.ts';
import { closest } from '../nearest.ts';
import { atSpan } from '../../model/place.ts';

export const typeKnown = documentRule({
  id: 'doc/type-known',
  says: { zh: '文档类型是已定义的类型。', en: 'The type of a document is a defined type.' },
  why: {
    zh: '类型不认识，文档就不受任何检查，也进不了台账和验收资料。',
    en: 'No rule checks a document of an unknown type, and no ledger or bundle contains it.',
  },
  clauses: ['C4.5-01'],
  severity: 'error',
  examples: [
    {
      bad: { 'records/ticket/2026/WX-2026-0001.md': '---\ntype: «tickets»\n---\n# 登录失败\n' },
      message: '没有“tickets”这种文档类型。是否指 ticket（维护任务处理单）？',
    },
    { good: { 'records/a.md': '---\ntype: 维护任务处理单\n---\n# 登录失败\n', 'docs/notes.md': '# 随手记\n' } },
  ],

  *check({ document, unknownKind }, { catalogue }) {
    if (unknownKind === undefined) return;
    const pair = document.frontmatter?.pairs.find(({ value }) => value.sort === 'scalar' && value.raw === unknownKind);
    const near =
      catalogue.kinds.get(closest(unknownKind, [...catalogue.kinds.keys()]) ?? '') ??
      catalogue.kindNamed(unknownKind.replace(/s$/, ''));
    const at = atSpan(document.path, pair?.value.span ?? document.head);
    const title = { zh: `改为 ${near?.key}`, en: `Change to ${near?.key}` };
    yield {
      at,
      say: {
        zh: `没有“${unknownKind}”这种文档类型。${near ? `是否指 ${near.key}（${near.label.zh}）？` : ''}`,
        en: `There is no document type “${unknownKind}”.${near ? ` Did you mean ${near.key} (${near.label.en})?` : ''}`,
      },
      fixes: near ? [{ title, safe: false, edits: [{ do: 'replace', at, text: near.key }] }] : [],
    };
  },
});
