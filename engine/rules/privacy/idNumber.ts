import { ID_NUMBER, isIdNumber, masked } from '../runner/mask.ts';
import { documentRule } from '../rule.ts';
import { atSpan } from '../../model/place.ts';

export const idNumber = documentRule({
  id: 'privacy/id-number',
  says: { zh: '文档里没有居民身份证号。', en: 'No document contains a resident identity number.' },
  why: {
    zh: '文档随仓库复制给很多人；个人信息应留在业务系统里，单据写索引。',
    en: 'Every copy of the repository contains the documents; personal data stays in the business system, and records refer to it.',
  },
  clauses: ['C4.9-06'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\n---\n# 登录失败\n\n申请人身份证 «11010519491231002X» 查不到。\n',
      },
      message: '出现居民身份证号 110***************：请删去，改写业务系统中的索引号。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: registered\n---\n# 登录失败\n\n流水号 110105194912310021，订单 A11010519491231002X。\n',
      },
    },
  ],

  *check({ document: { path, text } }) {
    for (const match of text.matchAll(ID_NUMBER)) {
      if (!isIdNumber(match[0])) continue;
      const at = atSpan(path, { start: match.index, end: match.index + match[0].length });
      const shown = masked(match[0]);
      yield {
        at,
        say: {
          zh: `出现居民身份证号 ${shown}：请删去，改写业务系统中的索引号。`,
          en: `Delete this resident identity number, ${shown}, and refer to the business system.`,
        },
        fixes: [
          { title: { zh: '用星号遮盖', en: 'Mask it' }, safe: false, edits: [{ do: 'replace', at, text: shown }] },
        ],
      };
    }
  },
});
