import type { Staff } from '../../../docs-schema/generated/types.ts';
import { placeOf } from '../../model/entry.ts';
import { checksOf } from '../background/checksOf.ts';
import { crossRule } from '../rule.ts';
import { undertakingsOf } from './undertakings.ts';

const [RY, SC, BM] = ['people/staff/RY-012.md', 'people/background-check/SC-012.md', 'people/nda/BM-012.md'];
const person = (granted: string) =>
  `---\nstatus: active\nkey_data_post: true\naccess_granted_at: ${granted}\n---\n# 卫十二\n`;
const check = (date: string) =>
  `---\nstatus: passed\nperson: RY-012\nresult: passed\nresult_date: ${date}\n---\n# 审查\n`;
const nda = (date: string) =>
  `---\nstatus: signed\nlevel: person\nperson: RY-012\nsigned_at: ${date}\n---\n# 保密协议\n`;

export const order = crossRule<Staff>({
  id: 'nda/order',
  says: {
    zh: '先审查通过，再签保密协议，后开通权限。',
    en: 'The background check comes first, then the undertaking, then the access.',
  },
  why: {
    zh: '合同规定审查通过后签署保密协议；先开通权限，前两步就失去作用。',
    en: 'The contract sets the order; once a person has access, the other two steps are only a formality.',
  },
  clauses: ['C4.9-04'],
  severity: 'error',
  kinds: ['staff'],
  examples: [
    {
      bad: { [RY]: person('«2026-03-23»'), [SC]: check('2026-03-20'), [BM]: nda('2026-03-25') },
      message:
        'RY-012 的权限于 2026-03-23 开通，早于保密协议 BM-012 签署（2026-03-25）；请核对日期，未签署前不得开通权限。',
    },
    {
      bad: { [RY]: person('«2026-03-23»'), [SC]: check('2026-03-24'), [BM]: nda('2026-03-22') },
      message:
        'RY-012 的权限于 2026-03-23 开通，早于背景审查 SC-012 通过（2026-03-24）；请核对日期，未通过前不得开通权限。',
    },
    {
      bad: { [RY]: person('2026-03-30'), [SC]: check('2026-03-24'), [BM]: nda('«2026-03-22»') },
      message: '保密协议 BM-012 于 2026-03-22 签署，早于背景审查 SC-012 通过（2026-03-24）；请核对日期。',
    },
    { good: { [RY]: person('2026-03-30'), [SC]: check('2026-03-20'), [BM]: nda('2026-03-25') } },
    { good: { [RY]: person('2026-03-25'), [SC]: check('2026-03-25'), [BM]: nda('2026-03-25') } },
    { good: { [RY]: person('2026-03-30') } },
  ],

  *check(entry, project) {
    if (entry.broken) return;
    const { id } = entry;
    const granted = entry.data.access_granted_at;
    const nda = earliestOf(undertakingsOf(id, project), one => one.data.signed_at);
    const review = earliestOf(checksOf(id, project), one =>
      one.data.result === 'failed' ? undefined : one.data.result_date,
    );
    const seen = [
      ...(nda ? [{ at: placeOf(nda.entry, '/signed_at'), say: { zh: '保密协议签署日期', en: 'Signed here' } }] : []),
      ...(review
        ? [{ at: placeOf(review.entry, '/result_date'), say: { zh: '背景审查通过日期', en: 'Passed here' } }]
        : []),
    ];
    const at = placeOf(entry, '/access_granted_at');
    if (granted !== undefined && nda !== undefined && granted < nda.date) {
      const zh = `${id} 的权限于 ${granted} 开通，早于保密协议 ${nda.entry.id} 签署（${nda.date}）；请核对日期，未签署前不得开通权限。`;
      yield {
        at,
        id,
        related: seen,
        say: {
          zh,
          en: `${id} was given access on ${granted}, before signing ${nda.entry.id} on ${nda.date}: check the dates; access needs a signed undertaking.`,
        },
      };
    } else if (granted !== undefined && review !== undefined && granted < review.date) {
      const zh = `${id} 的权限于 ${granted} 开通，早于背景审查 ${review.entry.id} 通过（${review.date}）；请核对日期，未通过前不得开通权限。`;
      yield {
        at,
        id,
        related: seen,
        say: {
          zh,
          en: `${id} was given access on ${granted}, before ${review.entry.id} was passed on ${review.date}: check the dates; access needs a passed check.`,
        },
      };
    } else if (nda !== undefined && review !== undefined && nda.date < review.date) {
      const zh = `保密协议 ${nda.entry.id} 于 ${nda.date} 签署，早于背景审查 ${review.entry.id} 通过（${review.date}）；请核对日期。`;
      yield {
        at: placeOf(nda.entry, '/signed_at'),
        id: nda.entry.id,
        related: seen.slice(1),
        say: {
          zh,
          en: `${nda.entry.id} was signed on ${nda.date}, before ${review.entry.id} was passed on ${review.date}: check the dates.`,
        },
      };
    }
  },
});

function earliestOf<E>(
  entries: readonly E[],
  dateOf: (entry: E) => string | undefined,
): { readonly entry: E; readonly date: string } | undefined {
  const dated = entries.flatMap(entry => {
    const date = dateOf(entry);
    return date === undefined ? [] : [{ entry, date }];
  });
  return dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0];
}
