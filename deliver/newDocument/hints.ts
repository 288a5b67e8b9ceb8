/**
 * What belongs under a heading, in one line for whoever fills it in. By key of the section, `kind/section` where a kind means
 * something of its own. A line that is nothing but a hint is no content: the section counts as empty until it is replaced.
 */
import type { Language, Words } from '../../engine/base/words.ts';
import type { Kind, SectionSpec } from '../../engine/model/kinds.ts';

const HINTS: Readonly<Record<string, Words>> = {
  'ticket/description': {
    zh: '写明谁在什么时间、哪个功能、做什么操作时遇到什么现象，附原始报错文字',
    en: 'State who met what, when, in which function, doing what, with the error in its own words',
  },
  'ticket/cause': {
    zh: '写明查到的根本原因和依据（日志、数据、代码位置），不写“程序问题”一类的话',
    en: 'State the root cause found and what proves it: log, data, place in the code',
  },
  'ticket/solution': {
    zh: '写明采取了什么措施、为何有效、是否还需变更或数据处理',
    en: 'State what was done, why it works, and whether a change or data fix follows',
  },
  'ticket/feedback': { zh: '写明向谁反馈、对方怎么说', en: 'State who was told and what they said' },
  'change-approval/reason': { zh: '写明为什么要改：哪张单据提出、依据是什么', en: 'State why: which record asks for it, and on what grounds' },
  'change-approval/content': {
    zh: '写明改哪些程序、脚本、配置，改前改后各是什么',
    en: 'State which programs, scripts and settings change, from what to what',
  },
  'change-approval/risk': {
    zh: '写明影响哪些功能、用户和数据，停机多久，最坏情况是什么',
    en: 'State which functions, users and data are touched, the downtime, and the worst case',
  },
  'change-approval/test': {
    zh: '写明测了哪些用例、在什么环境、结论如何，引用测试报告编号',
    en: 'State which cases ran where and how they ended, with the number of the test report',
  },
  'change-approval/rollback': {
    zh: '写明实施前备份什么，出现什么情况回退，如何回退、用多久',
    en: 'State what is backed up first, what triggers going back, how, and how long it takes',
  },
  'confirmation/content': { zh: '写明双方确认要做的需求，逐条列出', en: 'State what both sides confirm, point by point' },
  'service-order/content': { zh: '写明为谁做了什么服务', en: 'State what was done for whom' },
  'data-fix/description': {
    zh: '写明哪些数据不对、错成什么样、应当是什么样、如何发现',
    en: 'State which data are wrong, what they are, what they should be, and how it was found',
  },
  'data-fix/plan': { zh: '写明用什么脚本、改哪些表的哪些行、预期多少行', en: 'State which script changes which rows of which tables, and how many' },
  'data-stat/need': { zh: '写明要统计什么、用来做什么、截止到哪一天', en: 'State what is counted, what for, and up to which day' },
  'requirement/need': {
    zh: '写明谁要做什么、现在做不到什么、希望怎样',
    en: 'State who wants to do what, what is impossible today, and what is wished for',
  },
  'requirement/analysis': {
    zh: '写明与哪些部门讨论、涉及哪些业务规则、得出什么结论',
    en: 'State which departments were asked, which business rules are touched, and the conclusion',
  },
  'incident-report/overview': { zh: '写明何时发生、影响什么、何时恢复', en: 'State when it happened, what it touched and when service was back' },
  'inspection/overview': { zh: '写明巡检时间、范围和参加人', en: 'State when, what and by whom' },
  cause: { zh: '写明原因和依据', en: 'State the cause and what proves it' },
  risk: { zh: '写明影响范围、可能的后果和防范办法', en: 'State what is touched, what may go wrong and how that is prevented' },
  steps: { zh: '写明每一步做什么、谁来做、做完看到什么', en: 'State what each step does, who does it and what shows that it worked' },
  backup: { zh: '写明备份了什么、放在哪里、怎样恢复', en: 'State what was backed up, where it lies and how it is restored' },
  verification: { zh: '写明怎样核验、由谁核验、结果如何', en: 'State how and by whom the result was checked, and the outcome' },
  impact: { zh: '写明影响的用户、功能、时长和数据', en: 'State the users, functions, minutes and data affected' },
  topics: { zh: '写明议了哪几件事', en: 'State what was discussed' },
  decisions: { zh: '写明决定了什么、谁负责、何时完成', en: 'State what was decided, who does it, and by when' },
  conclusion: { zh: '写明结论和依据', en: 'State the conclusion and what it rests on' },
  overview: { zh: '写明时间、范围、参与人和总的情况', en: 'State when, what, by whom, and how it went overall' },
};

export function hintFor(kind: Kind, { key, label }: SectionSpec, language: Language): string {
  const hint = HINTS[`${kind.key}/${key}`] ?? HINTS[key] ?? { zh: `写明${label.zh}`, en: `State: ${label.en}` };
  return `【${hint[language]}】`;
}
