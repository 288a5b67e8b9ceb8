import type { ChangeApproval } from '../../../docs-schema/generated/types.ts';
import { momentIn } from '../../measure/agreed/terms.ts';
import { asPrinted } from '../approvals.ts';
import { entryRule } from '../rule.ts';

const BG = 'records/change-approval/2026/BG-2026-0005.md';
const WINDOW = 'planned_window: { from: "2026-04-08T19:30:00+08:00", to: "2026-04-08T22:00:00+08:00" }\n';
const implemented = (at: string, rest = WINDOW) =>
  `---\nstatus: implemented\n${rest}implemented_at: ${at}\n---\n# 超期预警\n`;

export const window = entryRule<ChangeApproval>({
  id: 'change/window',
  says: { zh: '变更在批准的实施窗口内实施。', en: 'A change is made within its approved window.' },
  why: {
    zh: '窗口是与业务部门约定的停办时间；窗口外实施会影响正在办理的业务。',
    en: 'The departments expect an interruption in this window; outside it a change disturbs their work.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: ['change-approval'],
  examples: [
    {
      bad: { [BG]: implemented('"«2026-04-08T14:05:00+08:00»"') },
      message:
        'BG-2026-0005 于 2026-04-08 14:05 实施，不在批准的窗口 2026-04-08 19:30 至 2026-04-08 22:00 内；请核对时间，或说明原因。',
    },
    { good: { [BG]: implemented('"2026-04-08T20:05:00+08:00"') } },
    // A change with oral permission in an emergency is made at once, so no window applies.
    {
      good: {
        [BG]: implemented(
          '"2026-04-08T14:05:00+08:00"',
          `${WINDOW}oral_permission: { person: A-02, at: "2026-04-08T14:00:00+08:00", channel: phone, recorded_by: RY-001 }\n`,
        ),
      },
    },
    { good: { [BG]: implemented('"2026-04-08T14:05:00+08:00"', '') } },
  ],

  *check(page, { config }) {
    const { planned_window: planned, implemented_at: implementedAt, oral_permission: oral } = page.data;
    const [from, to, at] = [planned?.from, planned?.to, implementedAt].map(when => momentIn(config, when));
    const { id, broken } = page.entry;
    if (
      broken ||
      oral !== undefined ||
      from === undefined ||
      to === undefined ||
      at === undefined ||
      (from <= at && at <= to)
    )
      return;
    const [start, end, done] = [planned?.from, planned?.to, implementedAt].map(when => asPrinted(when));
    yield {
      at: page.at('/implemented_at'),
      id,
      say: {
        zh: `${id} 于 ${done} 实施，不在批准的窗口 ${start} 至 ${end} 内；请核对时间，或说明原因。`,
        en: `${id} was made at ${done}, outside its approved window ${start} to ${end}: check the time or explain it.`,
      },
      related: [{ at: page.at('/planned_window'), say: { zh: '批准的窗口', en: 'The approved window' } }],
    };
  },
});
