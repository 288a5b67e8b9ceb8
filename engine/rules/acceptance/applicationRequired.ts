import type { AcceptanceReport } from '../../../docs-schema/generated/types.ts';
import { dateOf } from '../../measure/time/instant.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import { placeOf } from '../../model/entry.ts';
import { crossRule } from '../rule.ts';
import { applications } from './applications.ts';

const [YS, YSBG] = ['acceptance/YS-2026-01.md', 'acceptance/YSBG-2026-01.md'];
const report = (at: string) => `---\ntype: acceptance-report\nstatus: drafted\nmeeting_at: "${at}"\n---\n# 验收报告\n`;
const application = (status: string, day = '2026-10-14') =>
  `---\ntype: acceptance-application\nstatus: ${status}\nsubmitted_at: ${day}\n---\n# 申请\n`;

export const applicationRequired = crossRule<AcceptanceReport>({
  id: 'acceptance/application-required',
  says: {
    zh: '验收会议之前已提交验收申请。',
    en: 'The application for acceptance was handed in before the acceptance meeting.',
  },
  why: {
    zh: '采购文件规定由中标人提出申请，采购人再组织验收；没有申请，不能开始验收。',
    en: 'The tender says that the contractor applies for acceptance, and the purchaser then organises it.',
  },
  clauses: ['C6-4a'],
  severity: 'error',
  kinds: ['acceptance-report'],
  examples: [
    {
      bad: { [YSBG]: report('«2026-10-22T09:30:00+08:00»') },
      message: 'YSBG-2026-01 的验收会议（2026-10-22）之前没有已提交的验收申请；请先提交 YS-。',
    },
    {
      bad: { [YSBG]: report('«2026-10-22T09:30:00+08:00»'), [YS]: application('submitted', '2026-10-25') },
      message: '验收申请 YS-2026-01 于 2026-10-25 提交，晚于 YSBG-2026-01 的验收会议（2026-10-22）；请核对日期。',
    },
    { good: { [YSBG]: report('2026-10-22T09:30:00+08:00'), [YS]: application('accepted') } },
    { good: { [YS]: application('draft') } },
  ],

  *check(entry, project) {
    const meeting = dateOf(entry.data.meeting_at, offsetOf(project.config));
    if (entry.broken || meeting === undefined) return;
    const submitted = applications(project).filter(one => project.reached(one, 'submitted'));
    const [late] = submitted;
    if (submitted.some(({ data }) => data.submitted_at === undefined || data.submitted_at <= meeting)) return;
    yield {
      at: placeOf(entry, '/meeting_at'),
      id: entry.id,
      say: {
        zh: late
          ? `验收申请 ${late.id} 于 ${late.data.submitted_at} 提交，晚于 ${entry.id} 的验收会议（${meeting}）；请核对日期。`
          : `${entry.id} 的验收会议（${meeting}）之前没有已提交的验收申请；请先提交 YS-。`,
        en: late
          ? `Application ${late.id} was handed in on ${late.data.submitted_at}, after the meeting of ${entry.id} on ${meeting}: check the dates.`
          : `No application was handed in before the meeting of ${entry.id} on ${meeting}: hand in an application (YS-) first.`,
      },
    };
  },
});
