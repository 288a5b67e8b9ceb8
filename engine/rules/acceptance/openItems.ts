import type { AcceptanceApplication, Assessment } from '../../../docs-schema/generated/types.ts';
import type { Entry } from '../../model/entry.ts';
import { placeOf } from '../../model/entry.ts';
import { byPlace } from '../../model/kinds/kinds.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { isAsked } from './applications.ts';

const YS = 'acceptance/YS-2026-01.md';
const application = (more = '', status = 'submitted') =>
  `---\nid: «YS-2026-01»\ntype: acceptance-application\nstatus: ${status}\n${more}---\n# 申请\n`;
const calm = (more = '', status = 'submitted') => application(more, status).replace(/[«»]/g, '');
const WX = 'records/ticket/2026/WX-2026-0026.md';
const ticket = (status: string) => `---\nstatus: ${status}\n---\n# 登录失败\n`;

export const openItems = crossRule<AcceptanceApplication>({
  id: 'acceptance/open-items',
  says: {
    zh: '申请验收时没有未办结的单据，遗留事项经采购人同意。',
    en: 'When acceptance is applied for, no record is open except those that the purchaser agreed to carry over.',
  },
  why: {
    zh: '最终验收的前提是服务内容执行完毕；未办结又未列入遗留事项的，会被判定未完成。',
    en: 'Final acceptance requires that the service is done; a record that is open and not carried over counts as not done.',
  },
  clauses: ['C6-3'],
  severity: 'error',
  kinds: ['acceptance-application'],
  examples: [
    {
      bad: { [YS]: application(), [WX]: ticket('processing') },
      message: '还有 1 份单据未办结：WX-2026-0026；请办结，或经采购人同意后列入遗留事项（carry_overs）。',
    },
    {
      bad: {
        [YS]: application(),
        'acceptance/assessment/KH-2026-S01.md':
          '---\nstatus: issued\nfindings: [{ text: 值班电话无人接听, due: 2026-03-28 }]\n---\n# 抽查\n',
      },
      message: '还有 1 份单据未办结：KH-2026-S01；请办结，或经采购人同意后列入遗留事项（carry_overs）。',
    },
    { good: { [YS]: calm(), [WX]: ticket('closed') } },
    {
      good: {
        [YS]: calm('carry_overs: [{ ref: WX-2026-0026, reason: 待第三方, accepted_by: A-01 }]\n'),
        [WX]: ticket('processing'),
      },
    },
    {
      good: {
        'docket.yml': 'project: { period: { from: 2025-10-01, to: 2026-09-30 } }\n',
        [YS]: calm('', 'draft'),
        [WX]: ticket('processing'),
      },
      asOf: '2026-09-15',
    },
  ],

  *check(entry, project) {
    if (entry.broken || !isAsked(entry, project)) return;
    const carried = new Set((entry.data.carry_overs ?? []).map(({ ref }) => ref));
    const open = [...openRecords(project), ...openFindings(project)].filter(({ id }) => !carried.has(id));
    if (open.length === 0) return;
    const ids = open.slice(0, 5).map(({ id }) => id);
    const more = open.length > ids.length;
    yield {
      at: placeOf(entry, entry.data.carry_overs === undefined ? '/id' : '/carry_overs'),
      id: entry.id,
      say: {
        zh: `还有 ${open.length} 份单据未办结：${ids.join('、')}${more ? '等' : ''}；请办结，或经采购人同意后列入遗留事项（carry_overs）。`,
        en: `${open.length} record${open.length === 1 ? ' is' : 's are'} still open: ${ids.join(', ')}${more ? ' …' : ''}: finish them, or list under carry_overs those that the purchaser agrees to.`,
      },
      related: open
        .slice(0, 5)
        .map(one => ({ at: placeOf(one, '/status'), say: { zh: `${one.id} 未办结`, en: `${one.id} is open` } })),
    };
  },
});

/**
 * Records of the kinds that acceptance looks at, in no final state, that have not reached the milestone that counts as
 * done.
 */
function openRecords(project: Project): readonly Entry[] {
  return byPlace(project.catalogue.kinds.values()).flatMap(({ key, finished, states }) => {
    if (finished === undefined) return [];
    const isOpen = (entry: Entry) =>
      states.get(entry.status ?? '')?.final === false && !finished.some(one => project.reached(entry, one));
    return (project.entries(key) as readonly Entry[]).filter(entry => !entry.broken && isOpen(entry));
  });
}

function openFindings(project: Project): readonly Entry[] {
  const found = project
    .entries<Assessment>('assessment')
    .filter(({ data }) => (data.findings ?? []).some(({ done_at }) => done_at === undefined));
  return found as readonly EntryOf<unknown>[] as readonly Entry[];
}
