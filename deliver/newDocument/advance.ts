/**
 * A record taken to a later state: the status, the times and people that the step itself tells, the sections it asks for.
 * Values only a person can know are listed and left open.
 */
import type { Words } from '../../engine/base/words.ts';
import type { Entry } from '../../engine/model/entry.ts';
import { type Field, hasReached, type Kind } from '../../engine/model/kinds.ts';
import type { Project } from '../../engine/rules/project.ts';
import type { Fix, FixEdit } from '../../engine/rules/rule.ts';
import { holds } from '../../engine/rules/unmet.ts';

export interface Step {
  readonly entry: Entry;
  readonly kind: Kind;
  readonly to: string;
  /** The present with the project's offset. */
  readonly now: string;
  /** Staff id of whoever takes the step. */
  readonly me: string | undefined;
}

export interface Advance {
  readonly fix: Fix;
  readonly toType: readonly Words[];
}

export function advanceOf(project: Project, step: Step): Advance {
  const { entry, kind, to } = step;
  const due = [...kind.fields.byKey.values()].filter(field => isDueBy(field, step) && entry.data[field.key] === undefined);
  const known = due.map(field => ({ field, value: tellingValue(project, field, step) }));
  const sections = kind.sections.filter(spec => isDueBy(spec, step) && !entry.sections.includes(spec.key));
  const edits: FixEdit[] = [
    { do: 'set', path: entry.path, pointer: '/status', value: to },
    ...known.flatMap(({ field, value }): FixEdit[] =>
      value === undefined ? [] : [{ do: 'set', path: entry.path, pointer: `/${field.key}`, value }],
    ),
    ...sections.map(({ key }): FixEdit => ({ do: 'add-section', path: entry.path, section: key, text: '' })),
  ];
  const label = kind.states.get(to)?.label ?? { zh: to, en: to };
  const title = { zh: `推进到“${label.zh}”`, en: `Take it to “${label.en}”` };
  const open = known.filter(({ field, value }) => value === undefined && field.defaultFrom === undefined);
  return { fix: { title, safe: false, edits }, toType: [...open.map(({ field }) => field.label), ...sections.map(spec => spec.label)] };
}

/** Asked for by the state it goes to. */
function isDueBy({ requiredFrom, requiredIf }: Pick<Field, 'requiredFrom' | 'requiredIf'>, { entry, kind, to }: Step): boolean {
  if (requiredFrom === undefined || !hasReached(kind, to, requiredFrom)) return false;
  return requiredIf === undefined || holds(requiredIf, { ...entry.data, status: to }, entry.data);
}

/** What the step tells: it happens now, somebody takes it, and their staff record says from where. */
function tellingValue(project: Project, field: Field, { entry, now, me }: Step): unknown {
  if (field.type === 'datetime') return now;
  if (field.type === 'date') return now.slice(0, 10);
  if (field.type === 'person') return me;
  const staff = me === undefined ? undefined : project.entry<{ line?: unknown; onsite?: unknown }>(me)?.data;
  if (field.key === 'support_line') return staff?.line;
  if (field.key === 'service_mode') return staff?.onsite === true ? 'onsite' : undefined;
  // Answered the way it came in, unless somebody says otherwise.
  return field.key === 'feedback_channel' ? entry.data['channel'] : undefined;
}
