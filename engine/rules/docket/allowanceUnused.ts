import { documentRule } from '../rule.ts';

/** `runner/allowances.ts` reports it, because only that file knows what an allowance covers. */
export const allowanceUnused = documentRule({
  id: 'docket/allowance-unused',
  says: { zh: '每条豁免都有其豁免的问题。', en: 'Every allowance covers a finding.' },
  why: {
    zh: '问题已改而豁免还在，以后同样的问题会被无声放过。',
    en: 'An allowance that is no longer needed would hide the same fault later.',
  },
  basis: 'practice',
  severity: 'warning',
  examples: [
    {
      bad: { 'docs/a.md': '# 说明\n\n«<!-- docket allow ref/broken: 旧单号 -->»\n' },
      message: '豁免 ref/broken 没有对应的问题，可以删除。',
    },
    { good: { 'docs/a.md': '# 说明\n\n<!-- docket allow ref/broken: 旧单号 -->\n\n[[WX-2019-0001]]\n' } },
  ],
  *check() {},
});
