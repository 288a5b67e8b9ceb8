import type { Inspection } from '../../../docs-schema/generated/types.ts';
import { namesIn } from '../../measure/facts/facts.ts';
import { entryRule } from '../rule.ts';

const CONFIG = 'systems: [{ code: ZZGL, name: 证照综合管理系统 }, { code: DAGL, name: 档案系统 }]\n';
const inspection = (systems: string, kind = 'weekly') =>
  `---\nstatus: completed\nkind: ${kind}\nsystems: ${systems}\n---\n# 巡检\n`;
const XJ = 'records/inspection/2026/XJ-2026-W21.md';

export const systemCoverage = entryRule<Inspection>({
  id: 'inspection/system-coverage',
  says: { zh: '每周巡检覆盖全部在册系统。', en: 'A weekly inspection covers every registered system.' },
  why: {
    zh: '合同要求对部署的应用系统提供巡检服务；漏一个系统，这一周就没有巡检到位。',
    en: 'The contract requires all deployed systems to be inspected; when one is left out the week does not count as inspected.',
  },
  clauses: ['C3.1.1-04'],
  severity: 'error',
  kinds: ['inspection'],
  examples: [
    {
      bad: { 'docket.yml': CONFIG, [XJ]: inspection('«[ZZGL]»') },
      message: 'XJ-2026-W21 没有覆盖 DAGL 档案系统；请补充该系统的检查结果并列入巡检系统。',
    },
    { good: { 'docket.yml': CONFIG, [XJ]: inspection('[ZZGL, DAGL]') } },
    { good: { 'docket.yml': CONFIG, [XJ]: inspection('[ZZGL]', 'special') } },
    { good: { 'docket.yml': CONFIG, [XJ]: inspection('[ZZGL]').replace('completed', 'draft') } },
  ],

  *check({ entry, data, reached, at }, { config }) {
    const covered = namesIn(data.systems);
    if (data.kind !== 'weekly' || covered.length === 0 || !reached('completed')) return;
    const { id } = entry;
    for (const { code, name } of config.systems) {
      if (covered.includes(code)) continue;
      const zh = `${id} 没有覆盖 ${code} ${name}；请补充该系统的检查结果并列入巡检系统。`;
      const en = `${id} does not cover ${code} ${name}: add what was checked there and list the system.`;
      yield { at: at('/systems'), id, say: { zh, en } };
    }
  },
});
