import { entryRule } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

const SECURITY = 'kind: security\nresponsibility: contractor\ndata_scope: 3 个账号的登录日志\nauthority: 省网信办\n';
const GZ = 'records/incident-report/2026/GZ-2026-002.md';

export const securityFields = entryRule({
  id: 'incident/security-fields',
  says: {
    zh: '网络和数据安全事件的报告写明责任方、涉及数据范围、上报单位和时间。',
    en: 'The report of a security event states the responsibility, the data concerned, and to whom and when it was reported.',
  },
  why: {
    zh: '因中标人原因造成网络和数据安全事件的，采购人追责并按考核条款处罚；这几项是认定的依据。',
    en: 'The contractor is liable for security events that it causes; these facts decide whether it caused this one.',
  },
  clauses: ['C4.9-08'],
  severity: 'error',
  kinds: ['incident-report'],
  examples: [
    {
      bad: { [GZ]: `---\nstatus: «submitted»\n${SECURITY}---\n# 弱口令被利用\n` },
      message: 'GZ-2026-002 缺少“上报时间”（authority_reported_at）：状态已到“已提交”。',
    },
    {
      good: {
        [GZ]: `---\nstatus: submitted\n${SECURITY}authority_reported_at: "2026-06-01T10:00:00+08:00"\n---\n# 弱口令被利用\n`,
      },
    },
    { good: { [GZ]: '---\nstatus: submitted\nkind: outage\n---\n# 归档卷写满\n' } },
    { good: { [GZ]: '---\nstatus: draft\nkind: security\n---\n# 弱口令被利用\n' } },
  ],

  check: page => unmetFor('incident/security-fields', page),
});
