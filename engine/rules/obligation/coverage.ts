import { acceptanceAsked, acceptanceConcluded } from '../acceptance/applications.ts';
import { itemRule } from '../rule.ts';
import { atItem } from '../../model/place.ts';

const YS = 'acceptance/YS-2026-01.md';
const asked = { [YS]: '---\ntype: acceptance-application\nstatus: submitted\n---\n# 申请\n' };
const DOC = 'contract/obligations-tender.md';
const register = (row: string) =>
  `---\nid: obligations-tender\ntype: obligations\nstatus: registered\nsource: tender\n---\n# 履约事项清单\n\n## 履约事项\n\n| 编号 | 原文 | 证据 | 结论 | 偏离说明 |\n|---|---|---|---|---|\n${row}`;
const policy = { 'docs/policy/ZD-001.md': '---\ntype: policy\nstatus: approved\n---\n# 制度\n' };

export const coverage = itemRule({
  id: 'obligation/coverage',
  says: {
    zh: '申请验收时每项履约事项都有证据或偏离说明。',
    en: 'When acceptance is applied for, every obligation has evidence or an explained deviation.',
  },
  why: {
    zh: '验收内容包括每一项技术和商务要求的履约情况；没有证据的事项无法判定。',
    en: 'Acceptance checks every requirement; a requirement without evidence cannot be judged.',
  },
  clauses: ['C2-03', 'C6-5'],
  severity: 'error',
  kinds: ['obligation'],
  examples: [
    {
      bad: { ...asked, [DOC]: register('| «C1-01» | 组建稳定的驻场技术服务团队 |  | 满足 |  |\n') },
      message: '履约事项 C1-01 没有证据；请在“证据”列写明单据编号，确有偏离的写偏离说明。',
    },
    {
      bad: { ...asked, [DOC]: register('| C1-01 | 组建稳定的驻场技术服务团队 | «见档案» | 满足 |  |\n') },
      message: '履约事项 C1-01 的证据“见档案”没有可核对的单据编号。',
    },
    { good: { ...asked, ...policy, [DOC]: register('| C1-01 | 组建稳定的驻场技术服务团队 | ZD-001 | 满足 |  |\n') } },
    {
      good: {
        ...asked,
        [DOC]: register(
          '| C1-01 | 组建稳定的驻场技术服务团队 |  | 部分满足 | 首月少一人，已补 |\n| C1-02 | 转包追责 |  | 不适用 |  |\n',
        ),
      },
    },
    { good: { [DOC]: register('| C1-01 | 组建稳定的驻场技术服务团队 |  |  |  |\n') } },
    { good: { ...asked, [DOC]: register('| C6-7a | 验收时中标人应在现场 |  |  |  |\n') } },
  ],

  *check({ id, path, attributes }, project) {
    const { evidence = '', deviation = '', conclusion } = attributes as Readonly<Record<string, string | undefined>>;
    if (deviation !== '' || conclusion === 'n-a' || !acceptanceAsked(project)) return;
    // Only the acceptance itself can prove some obligations; it judges them.
    if (conclusion === undefined && !acceptanceConcluded(project)) return;
    if (project.linksFrom(id).some(({ relation }) => relation === 'proves')) return;
    const bare = evidence.trim();
    yield {
      at: bare === '' ? atItem(path, id) : atItem(path, id, 'evidence'),
      id,
      say: {
        zh:
          bare === ''
            ? `履约事项 ${id} 没有证据；请在“证据”列写明单据编号，确有偏离的写偏离说明。`
            : `履约事项 ${id} 的证据“${bare}”没有可核对的单据编号。`,
        en:
          bare === ''
            ? `Obligation ${id} has no evidence: name the records, or explain the deviation.`
            : `The evidence of ${id}, “${bare}”, names no record: name the records, or explain the deviation.`,
      },
    };
  },
});
