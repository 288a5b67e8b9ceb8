import { placeOf } from '../../model/entry.ts';
import { leavesOf } from '../../model/read/references.ts';
import { crossRule } from '../rule.ts';
import type { Project } from '../project.ts';

export const personUnknown = crossRule({
  id: 'ref/person-unknown',
  says: {
    zh: '单据写的人员已登记，且当时在岗。',
    en: 'The people that a record names are registered and were on the project at that time.',
  },
  why: {
    zh: '谁处理、谁批准要能落实到人；不在册或已离场的人不能经手业务。',
    en: 'Each handler and approver must be a known person; a person who is not registered, or had left, cannot have done it.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: {
        'people/staff/RY-002.md': '---\nname: 钱二\nentry_date: 2025-09-19\n---\n# 钱二\n',
        'records/ticket/2026/WX-2026-0001.md':
          '---\nreported_at: 2026-05-20T09:42:00+08:00\nauthor: «钱二»\nhandler: «RY-099»\n---\n# 一\n',
      },
      message: '“编制人”应填人员编号：钱二 的编号是 RY-002。',
    },
    {
      bad: {
        'people/staff/RY-009.md': '---\nname: 陈十\nentry_date: 2025-09-19\nleave_date: 2026-03-31\n---\n# 陈十\n',
        'records/ticket/2026/WX-2026-0001.md':
          '---\nreported_at: 2026-05-20T09:42:00+08:00\nhandler: «RY-009»\n---\n# 一\n',
      },
      message: '“处理人”RY-009 当时不在岗：2025-09-19 入场，2026-03-31 离场。',
    },
    // A row of a journal.
    {
      bad: {
        'people/staff/RY-002.md': '---\nname: 钱二\nentry_date: 2025-09-19\n---\n# 钱二\n',
        'records/ticket/2026/WX-2026-05.md':
          '---\nid: WX-2026-05\ntype: journal\nof: ticket\n---\n# 登记簿\n\n| id | 受理时间 | 编制人 | 处理人 |\n| --- | --- | --- | --- |\n| WX-2026-0001 | 2026-05-20T09:42:00+08:00 | «钱二» | «RY-099» |\n',
      },
      message: '“编制人”应填人员编号：钱二 的编号是 RY-002。',
    },
    {
      good: {
        'docket.yml': 'people:\n  - { id: A-02, name: 何科长 }\n',
        'people/staff/RY-012.md': '---\nname: 卫十二\nentry_date: 2026-03-30\n---\n# 卫十二\n',
        'records/ticket/2026/WX-2026-0001.md':
          '---\nreported_at: 2026-03-27T09:42:00+08:00\nresolved_at: 2026-03-31T09:42:00+08:00\nhandler: RY-012\nfeedback_by: A-02\n---\n# 一\n',
        'people/nda/BM-012.md': '---\nsigned_at: 2026-03-25\nauthor: RY-012\n---\n# 承诺书\n',
      },
    },
    { good: { 'docs/ZZGL-LLD.md': '---\ntype: lld\nstatus: draft\nauthor: 王强\n---\n# 详细设计\n' } },
  ],

  *check(entry, project) {
    const kind = project.kind(entry.kind);
    // Without any registered person the rule does not check.
    if (
      kind === undefined ||
      entry.broken ||
      (project.config.people.length === 0 && project.entries('staff').length === 0)
    )
      return;
    const days = kind.folder?.startsWith('records/') ? daysOf(entry.data, kind) : undefined;
    for (const { pointer, field, value } of leavesOf(kind.fields, entry.data)) {
      if (field.type !== 'person' || typeof value !== 'string') continue;
      const said = unknown(value, project) ?? absent(value, days, project);
      if (said === undefined) continue;
      const at = placeOf(entry, pointer);
      yield {
        at,
        id: entry.id,
        say: { zh: said.zh.replace('{}', `“${field.label.zh}”`), en: said.en.replace('{}', field.label.en) },
        fixes: said.meant
          ? [
              {
                title: { zh: `改为 ${said.meant}`, en: `Change to ${said.meant}` },
                safe: false,
                edits: [{ do: 'set', at, value: said.meant }],
              },
            ]
          : [],
      };
    }
  },
});

interface Said {
  readonly zh: string;
  readonly en: string;
  readonly meant?: string;
}

function unknown(person: string, project: Project): Said | undefined {
  const { people } = project.config;
  if (people.some(({ id }) => id === person) || project.entry(person)?.kind === 'staff') return undefined;
  const named = [
    ...people,
    ...project.entries<{ readonly name?: string }>('staff').map(({ id, data }) => ({ id, name: data.name })),
  ].filter(({ name }) => name === person);
  const meant = named.length === 1 ? named[0]?.id : undefined;
  if (meant !== undefined)
    return {
      zh: `{}应填人员编号：${person} 的编号是 ${meant}。`,
      en: `{} should be an identifier: ${person} is ${meant}.`,
      meant,
    };
  return {
    zh: `{}${person} 没有登记：乙方人员登记在 people/staff，甲方人员登记在 docket.yml 的 people。`,
    en: `{} ${person} is not registered: register people of the contractor in people/staff, people of the purchaser under people in docket.yml.`,
  };
}

/**
 * The message about a person who was not on the project on any day between the first and the last day of the record.
 */
function absent(
  person: string,
  days: { readonly from: string; readonly to: string } | undefined,
  project: Project,
): Said | undefined {
  const staff = days && project.entry<{ readonly entry_date?: string; readonly leave_date?: string }>(person)?.data;
  if (days === undefined || staff?.entry_date === undefined) return undefined;
  const { entry_date: entered, leave_date: left } = staff;
  if (days.to >= entered && (left === undefined || days.from <= left)) return undefined;
  return {
    zh: `{}${person} 当时不在岗：${entered} 入场${left ? `，${left} 离场` : ''}。`,
    en: `{} ${person} was not on the project at that time (on it from ${entered}${left ? ` to ${left}` : ''}): check the name and the dates.`,
  };
}

/** The days from the first time of a record to its last: a ticket may pass from a person who leaves to a successor. */
function daysOf(
  data: Readonly<Record<string, unknown>>,
  { times, event }: { readonly times: readonly string[]; readonly event: string | undefined },
) {
  const days = [event ?? '', ...times]
    .map(key => /^\d{4}-\d\d-\d\d/.exec(String(data[key] ?? ''))?.[0])
    .filter(day => day !== undefined)
    .sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
