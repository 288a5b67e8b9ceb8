import { documentRule } from '../rule.ts';

/** `runner/allowances.ts` reports it, because only that file knows what an allowance covers. */
export const allowanceReason = documentRule({
  id: 'docket/allowance-reason',
  says: { zh: '豁免写明理由。', en: 'An allowance gives its reason.' },
  why: {
    zh: '豁免是对检查结论的修改，验收时需要说明为什么可以不改。',
    en: 'An allowance changes the result of a check; at acceptance the reason has to be explained.',
  },
  basis: 'practice',
  severity: 'warning',
  examples: [
    {
      bad: { 'docs/a.md': '# 说明\n\n«<!-- docket allow ref/broken: -->»\n' },
      message: '豁免 ref/broken 没有写理由：在冒号后写明理由。',
    },
    {
      good: { 'docs/a.md': '# 说明\n\n<!-- docket allow ref/broken: 旧系统的单号，不在本库 -->\n\n[[WX-2019-0001]]\n' },
    },
  ],
  *check() {},
});
