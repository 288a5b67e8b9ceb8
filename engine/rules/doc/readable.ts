import type { Words } from '../../base/words.ts';
import type { ProblemCode } from '../../documents/document.ts';
import { documentRule } from '../rule.ts';
import { unreadableWords } from '../../workspace/unreadable.ts';
import { atSpan } from '../../model/place.ts';

export const readable = documentRule({
  id: 'doc/readable',
  says: { zh: '文档是 UTF-8 文本，文件头能读。', en: 'A document is UTF-8 text, and its frontmatter can be read.' },
  why: {
    zh: '读不出的文档等于没有：不进台账，不能引用，验收时无法查看。',
    en: 'A document that cannot be read does not count: no ledger contains it and no reference reaches it.',
  },
  clauses: ['C4.5-01', 'C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: { 'docs/a.md': '---\ntitle: 登录«: 失败»\n---\n# 登录失败\n' },
      message: '文件头不是合法的 YAML：请检查这一行的缩进、冒号后的空格、括号和引号。',
    },
    {
      bad: { 'docs/a.md': '«---»\ntype: ticket\n# 登录失败\n' },
      message: '文件头没有结束：在字段之后单独写一行 ---。',
    },
    {
      bad: { 'docs/a.md': '# 登录失败\n\n«<<<<<<< HEAD»\n甲\n=======\n乙\n>>>>>>> topic\n' },
      message: '合并冲突没有解决：保留一方的内容，删去 <<<<<<<、======= 和 >>>>>>> 三行。',
    },
    {
      bad: { 'docs/a.md': '---\nauthor: *«lead»\n---\n# 一\n' },
      message: '文件头用了 YAML 别名 lead：请直接写出内容。',
    },
    { good: { 'docs/a.md': '---\ntype: ticket\n---\n# 登录失败\n' } },
  ],

  *check({ document: { path, problems } }) {
    for (const { code, detail, span } of problems) {
      const say = MESSAGES[code]?.(detail);
      if (say !== undefined) yield { at: atSpan(path, span), say };
    }
  },
});

/** The message for each problem of a file. A byte order mark and a key written twice have their own rules. */
const MESSAGES: Readonly<Partial<Record<ProblemCode, (detail: string) => Words>>> = {
  gb18030: () => ({
    zh: '文件是 GB18030（GBK）编码：请另存为 UTF-8，如在编辑器中“通过编码重新打开”GB18030，再“通过编码保存”UTF-8。',
    en: 'The file is in GB18030 (GBK): save it as UTF-8, in the editor by “Reopen with Encoding” GB18030, then “Save with Encoding” UTF-8.',
  }),
  'utf-16': () => ({ zh: '文件是 UTF-16 编码：请另存为 UTF-8。', en: 'The file is in UTF-16: save it as UTF-8.' }),
  'not-utf-8': () => ({
    zh: '文件不是 UTF-8 编码，也认不出是哪种编码：请另存为 UTF-8。',
    en: 'The encoding of the file is not UTF-8 and cannot be recognised: save it as UTF-8.',
  }),
  nul: () => ({
    zh: '文件里有空字节（NUL），可能写入中断或不是文本文件：请从版本库恢复。',
    en: 'The file contains NUL bytes, from a broken write or because it is binary: restore it from the repository.',
  }),
  'too-large': detail => ({
    zh: `文件太大（${detail}），不作为文档检查：请拆分，或移出文档目录。`,
    en: `The file is too large (${detail}) to be a document: split it, or move it out of the documents.`,
  }),
  unreadable: detail => ({
    zh: `文件读不出来：${unreadableWords(detail).zh}。`,
    en: `The file cannot be read: ${unreadableWords(detail).en}.`,
  }),
  'conflict-marker': () => ({
    zh: '合并冲突没有解决：保留一方的内容，删去 <<<<<<<、======= 和 >>>>>>> 三行。',
    en: 'A merge conflict is not resolved: keep one side and delete the lines <<<<<<<, ======= and >>>>>>>.',
  }),
  'frontmatter-open': () => ({
    zh: '文件头没有结束：在字段之后单独写一行 ---。',
    en: 'The frontmatter has no end: add a line --- after its fields.',
  }),
  'frontmatter-not-yaml': detail => ({
    zh: `文件头写作 ${detail}：只支持 YAML，首行应为 ---。`,
    en: `The frontmatter begins with ${detail}: write YAML after a line ---; Docket reads no other format.`,
  }),
  'frontmatter-too-large': detail => ({
    zh: `文件头有 ${detail} 个字符，超过上限：正文请写在文件头之后。`,
    en: `The frontmatter has ${detail} characters, which is too many: move running text below it.`,
  }),
  'frontmatter-not-a-map': () => ({
    zh: '文件头应为“字段: 值”，每行一个。',
    en: 'Write the frontmatter as lines of “field: value”.',
  }),
  'yaml-syntax': detail => ({
    zh: '文件头不是合法的 YAML：请检查这一行的缩进、冒号后的空格、括号和引号。',
    en: `The frontmatter is not valid YAML: check the indentation, the space after the colon and the quotes of this line (${detail}).`,
  }),
  'yaml-alias': detail => ({
    zh: `文件头用了 YAML 别名 ${detail}：请直接写出内容。`,
    en: `The frontmatter uses the YAML alias ${detail}: write out its value.`,
  }),
};
