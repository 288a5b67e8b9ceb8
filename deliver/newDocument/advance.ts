/**
 * A record taken to a later state: the status, the times and people that the step itself tells, the sections it asks for.
 * Values only a person can know are listed and left open. A state that signs freezes what the record embeds.
 */
import type { Words } from '../../engine/base/words.ts';
import { chaptersOf } from '../../engine/links/embeddedPlace.ts';
import type { Entry } from '../../engine/model/entry.ts';
import { type Field, hasReached, type Kind } from '../../engine/model/kinds.ts';
import { outline } from '../../engine/model/outline.ts';
import type { Project } from '../../engine/rules/project.ts';
import type { Fix, FixEdit } from '../../engine/rules/rule.ts';
import { holds } from '../../engine/rules/unmet.ts';
import { hintFor } from './hints.ts';

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
    // A new section goes behind the quotation that ends the section before it.
    ...embedEdits(project, step),
    ...sections.map(
      (spec): FixEdit => ({ do: 'add-section', path: entry.path, section: spec.key, text: hintFor(kind, spec, project.config.language) }),
    ),
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

/** What was signed stays; what is signed now is frozen as it is now; what is open again follows its source again. */
function embedEdits({ get }: Project, { entry: { id, path, status }, kind, to }: Step): readonly FixEdit[] {
  const isSigned = (state = '') => kind.states.get(state)?.signed === true;
  return [path, ...chaptersOf(get, id)].flatMap(path =>
    get(outline, path).links.flatMap(({ relation, frozen }, link): readonly FixEdit[] => {
      if (relation !== 'embeds' || (frozen !== undefined && isSigned(status) && isSigned(to))) return [];
      if (!isSigned(to) && frozen === undefined) return [];
      return [{ do: isSigned(to) ? 'freeze' : 'thaw', at: { path, link } }];
    }),
  );
}
