import { documentRule } from '../rule.ts';

/** `runner/run.ts` reports it when a rule throws; the other rules go on. */
export const ruleFailed = documentRule({
  id: 'docket/rule-failed',
  says: { zh: '每条规则都能执行完。', en: 'Every rule runs to its end.' },
  why: {
    zh: '规则自身出错时，其余规则照常执行；请把这条信息连同文件反馈给维护者。',
    en: 'When one rule fails the others still run; please report this message together with the file.',
  },
  basis: 'practice',
  severity: 'error',
  examples: [],
  *check() {},
});
