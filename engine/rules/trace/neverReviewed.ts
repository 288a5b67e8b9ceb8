import { asPath } from '../../base/text.ts';
import { whatIsMissing } from '../../links/code/missingCode.ts';
import { LOCK_PATH } from '../../links/lock/lock.ts';
import { type Unreviewed, unreviewedUnits } from '../../links/lock/unreviewed.ts';
import { projectRule, type Remark } from '../rule.ts';
import { atItem, atStart } from '../../model/place.ts';
import { LOCKED, unitSaying } from './lockExamples.ts';

const OTHER = {
  'docs/ZZGL-LLD2.md':
    '---\nid: ZZGL-LLD2\ntype: lld\nstatus: baselined\n---\n# 详细设计\n\n### LD-APP-01 受理\n\n- 代码：src/apply/*.java\n\n受理。\n',
  'src/apply/Apply.java': 'class Apply {}\n',
};

const NAMING_NOTHING = OTHER['docs/ZZGL-LLD2.md']
  .replace('src/apply/*.java', 'src/apply/Apply.java#Apply.take')
  .replace('LD-APP-01', '«LD-APP-01»');

export const neverReviewed = projectRule({
  id: 'trace/never-reviewed',
  says: {
    zh: 'docket.lock 记着每个设计单元与程序核对过。',
    en: 'docket.lock records for every design unit a review against its code.',
  },
  why: {
    zh: '单元从未核对过，程序改变后就查不出欠账；第一次核对是以后检查的依据。',
    en: 'Without a review no debt of a unit can be found, no matter how its code changes; the first review is the base for later checks.',
  },
  basis: 'practice',
  severity: 'info',
  examples: [
    {
      bad: { ...LOCKED, ...unitSaying('LD-REV-07'), ...OTHER, 'docket.lock': `«»${LOCKED['docket.lock']}` },
      message:
        'docket.lock 没有记录 1 个设计单元（代码 1 处），从未核对过；请核对后运行 docket settle --unreviewed --because 理由。',
    },
    { good: { ...LOCKED, ...unitSaying('LD-REV-07') } },
    // The unit cannot be settled, so the message does not advise it.
    {
      bad: {
        ...LOCKED,
        ...unitSaying('LD-REV-07'),
        'docs/ZZGL-LLD2.md': NAMING_NOTHING,
        'src/apply/Apply.java': 'class Apply {}\n',
      },
      message: 'LD-APP-01 从未核对过，也无法核对：它写的 src/apply/Apply.java#Apply.take 不存在；请改正“代码”一行。',
    },
    // The project keeps no docket.lock yet.
    { good: { ...unitSaying('LD-REV-07'), ...OTHER, 'src/review/Job.java': 'class Job {}\n' } },
    // The code is designed and not yet written.
    { good: { ...LOCKED, ...unitSaying('LD-REV-07'), 'docs/ZZGL-LLD2.md': OTHER['docs/ZZGL-LLD2.md'] } },
  ],

  *check(project) {
    if (!project.exists(LOCK_PATH)) return;
    const all = unreviewedUnits(project.get);
    yield* all.filter(({ missing }) => missing.length > 0).map(withoutCode);
    const unreviewed = all.filter(({ missing }) => missing.length === 0);
    if (unreviewed.length === 0) return;
    const places = unreviewed.reduce((sum, unit) => sum + unit.places, 0);
    yield {
      at: atStart(asPath(LOCK_PATH)),
      say: {
        zh: `docket.lock 没有记录 ${unreviewed.length} 个设计单元（代码 ${places} 处），从未核对过；请核对后运行 docket settle --unreviewed --because 理由。`,
        en: `Review ${unreviewed.length} design units (places of code: ${places}), then run docket settle --unreviewed --because REASON: docket.lock has no review of them.`,
      },
    };
  },
});

function withoutCode({ item, missing }: Unreviewed): Remark {
  const what = whatIsMissing(missing);
  return {
    at: atItem(item.path, item.id),
    id: item.id,
    say: {
      zh: `${item.id} 从未核对过，也无法核对：${what.zh}；请改正“代码”一行。`,
      en: `${item.id} was never reviewed and cannot be: ${what.en}. Correct its “Code” line.`,
    },
  };
}
