import type { Staff } from '../../../docs-schema/generated/types.ts';
import { namesIn } from '../../measure/facts/facts.ts';
import { dateOf } from '../../measure/time/instant.ts';
import { isActive } from '../../measure/facts/presence.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import type { EntryOf } from '../../model/entry.ts';
import { changeRule } from '../rule.ts';
import { codeCommits, inMessage } from './codeCommits.ts';
import { BEFORE, JAVA, PROJECT } from './examples.ts';

const change = { before: { [JAVA]: BEFORE }, at: '2026-04-03T10:00:00+08:00' };
const staff = (rest: string) => ({
  'people/staff/RY-004.md': `---\nid: RY-004\ntype: staff\nstatus: active\nname: 李四\ngit_emails: [lisi@example.cn]\n${rest}---\n# 李四\n`,
});

export const authorRegistered = changeRule({
  id: 'commit/author-registered',
  says: {
    zh: '改程序的人是登记在册的在岗人员。',
    en: 'The author of a program change is registered staff and in service on that day.',
  },
  why: {
    zh: '合同要求由登记的驻场人员完成开发；不在册的作者意味着转包、借用账号或漏登记。',
    en: 'Registered staff do the work; an unregistered author means subcontracting, a borrowed account or a missing staff form.',
  },
  clauses: ['C4.1-03'],
  severity: 'warning',
  examples: [
    {
      bad: { ...PROJECT, ...staff('entry_date: 2025-09-19\n') },
      change: { ...change, author: 'wangwu@example.cn', message: '«提前三天提醒»\n' },
      message:
        '提交作者 wangwu@example.cn 不是登记的人员；请在人员登记表的 git_emails 补登这个邮箱，或核对是谁提交的。',
    },
    {
      bad: { ...PROJECT, ...staff('entry_date: 2025-09-19\nleave_date: 2026-03-31\n') },
      change: { ...change, author: 'lisi@example.cn', message: '«提前三天提醒»\n' },
      message: '提交作者 RY-004 在 2026-04-03 不在岗；请核对入离场日期，或核对是谁提交的。',
    },
    {
      good: { ...PROJECT, ...staff('entry_date: 2025-09-19\n') },
      change: { ...change, author: 'LiSi@example.cn', message: '提前三天提醒\n' },
    },
    // No staff form has an address yet, so the rule cannot judge.
    { good: PROJECT, change: { ...change, author: 'wangwu@example.cn', message: '提前三天提醒\n' } },
  ],

  *check(change) {
    const { after } = change;
    const people = after.entries<Staff>('staff').filter(({ data }) => namesIn(data.git_emails).length > 0);
    if (people.length === 0) return;
    const told = new Set<string>();
    for (const { commit } of codeCommits(change)) {
      const { author, at } = commit;
      const person = people.find(({ data }) =>
        namesIn(data.git_emails).some(email => email.toLowerCase() === author.email.toLowerCase()),
      );
      const day = dateOf(at, offsetOf(after.config));
      if (
        told.has(author.email) ||
        (person &&
          (day === undefined ||
            isActive({ id: person.id, entry_date: person.data.entry_date, leave_date: person.data.leave_date }, day)))
      )
        continue;
      told.add(author.email);
      yield {
        at: inMessage(commit),
        ...(person ? { id: person.id } : {}),
        say: person ? absent(person, day ?? '') : unknown(author.email || author.name),
      };
    }
  },
});

function unknown(author: string) {
  return {
    zh: `提交作者 ${author} 不是登记的人员；请在人员登记表的 git_emails 补登这个邮箱，或核对是谁提交的。`,
    en: `The author ${author} is not a registered person: add the address to git_emails of the staff form, or find out who made the commit.`,
  };
}

function absent({ id }: EntryOf<Staff>, day: string) {
  return {
    zh: `提交作者 ${id} 在 ${day} 不在岗；请核对入离场日期，或核对是谁提交的。`,
    en: `The author ${id} was not in service on ${day}: check the dates of entry and leaving, or find out who made the commit.`,
  };
}
