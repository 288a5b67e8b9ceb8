import { documentRule } from '../rule.ts';
import { atSpan } from '../../model/place.ts';

export const byteOrderMark = documentRule({
  id: 'doc/byte-order-mark',
  says: { zh: '文档开头没有字节顺序标记（BOM）。', en: 'A document does not begin with a byte order mark.' },
  why: {
    zh: '记事本等旧编辑器会加上看不见的 BOM，有的工具因此读不出文件头，比较时整行都像改过。',
    en: 'Old editors add this invisible mark; some tools then miss the frontmatter, and comparisons show a changed line.',
  },
  basis: 'practice',
  severity: 'warning',
  examples: [
    { bad: { 'docs/a.md': '«\uFEFF»# 说明\n' }, message: '文件开头有 BOM 标记：请另存为不带 BOM 的 UTF-8。' },
    { good: { 'docs/a.md': '# 说明\n' } },
  ],

  *check({ document: { path, problems } }) {
    if (!problems.some(({ code }) => code === 'bom')) return;
    const at = atSpan(path, { start: 0, end: 1 });
    yield {
      at,
      say: {
        zh: '文件开头有 BOM 标记：请另存为不带 BOM 的 UTF-8。',
        en: 'The file begins with a byte order mark: save it as UTF-8 without BOM.',
      },
      fixes: [
        { title: { zh: '删除 BOM', en: 'Delete the mark' }, safe: true, edits: [{ do: 'replace', at, text: '' }] },
      ],
    };
  },
});
