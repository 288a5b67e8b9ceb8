/**
 * A record taken to a later state: the status, the times and people that the step itself tells, the sections it asks for.
 * Values only a person can know are listed and left open. A state that signs freezes what the record embeds.
 */
import type { Plan } from '../../engine/base/plan.ts';
import type { Words } from '../../engine/base/words.ts';
import { planOfFix } from '../../engine/features/fixes.ts';
import { chaptersOf } from '../../engine/links/embeds/embeddedPlace.ts';
import { type Data, type Entry, placeOf } from '../../engine/model/entry.ts';
import { type Field, hasReached, type Kind, type SectionSpec } from '../../engine/model/kinds/kinds.ts';
import { modelled } from '../../engine/model/read/modelled.ts';
import { atLink, atSection } from '../../engine/model/place.ts';
import { outline } from '../../engine/model/outline.ts';
import type { Project } from '../../engine/rules/project.ts';
import type { Fix, FixEdit } from '../../engine/rules/rule.ts';
import { holds } from '../../engine/rules/runner/unmet.ts';
import type { Typed } from './given.ts';
import { hintFor } from './hints.ts';

/** A record, and where it goes. */
interface Step {
  readonly entry: Entry;
  readonly kind: Kind;
  readonly to: string;
  /** The present with the project's offset. */
  readonly now: string;
  /** Staff id of the person who takes the step. */
  readonly me: string | undefined;
  /** Values typed along with it. */
  readonly typed: Typed;
}

/** A step as it would be taken on the texts as they are. */
interface Advance {
  readonly fix: Fix;
  readonly plan: Plan;
  /** Edits of the fix that the plan does not hold, because the texts have no place for them. */
  readonly gone: readonly FixEdit[];
  /** Labels of what only a person can fill in. */
  readonly toType: readonly Words[];
}

/** Takes a record to a later state. */
export function advanceOf(project: Project, step: Step): Advance {
  const { entry, kind, to, typed } = step;
  const record: Data = { ...entry.data, ...nested(typed.values), status: to };
  const due = [...kind.fields.byKey.values()].filter(
    field => isDueBy(field, step, record) && record[field.key] === undefined,
  );
  const known = due.map(field => ({ field, value: tellingValue(project, field, step) }));
  const sections = kind.sections.filter(
    spec => isDueBy(spec, step, record) && !entry.sections.includes(spec.key) && !typed.sections.has(spec.key),
  );
  const edits: FixEdit[] = [
    { do: 'set', at: placeOf(entry, '/status'), value: to },
    ...typedValues(step),
    ...known.flatMap(({ field, value }): FixEdit[] =>
      value === undefined ? [] : [{ do: 'set', at: placeOf(entry, `/${field.key}`), value }],
    ),
    // A new section goes behind the quotation that ends the section before it.
    ...embedEdits(project, step),
    ...sectionEdits(project, step, sections),
  ];
  const label = kind.states.get(to)?.label ?? { zh: to, en: to };
  const title = { zh: `推进到“${label.zh}”`, en: `Take it to “${label.en}”` };
  const open = known.filter(({ field, value }) => value === undefined && field.defaultFrom === undefined);
  const fix: Fix = { title, safe: false, edits };
  return {
    fix,
    ...planOfFix(project.get, fix),
    toType: [...open.map(({ field }) => field.label), ...sections.map(spec => spec.label)],
  };
}

/** Asked for by the state it goes to. */
function isDueBy(
  { requiredFrom, requiredIf }: Pick<Field, 'requiredFrom' | 'requiredIf'>,
  { entry, kind, to }: Step,
  record: Data,
): boolean {
  if (requiredFrom === undefined && requiredIf === undefined) return false;
  if (requiredFrom !== undefined && !hasReached(kind, to, requiredFrom)) return false;
  return requiredIf === undefined || holds(requiredIf, record, entry.data);
}

/** Several parts of a map that is not there yet are written as one. */
function typedValues({ entry, typed: { values } }: Step): readonly FixEdit[] {
  const whole = Object.entries(nested(values)).filter(([key]) => entry.data[key] === undefined);
  const parts = [...values].filter(([name]) => entry.data[name.split('.', 1)[0] ?? ''] !== undefined);
  return [...whole, ...parts].map(([name, value]) => ({
    do: 'set',
    at: placeOf(entry, `/${name.replaceAll('.', '/')}`),
    value,
  }));
}

function nested(values: Typed['values']): Data {
  const data: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const parts = name.split('.');
    const last = parts.pop() ?? '';
    const within = parts.reduce<Record<string, unknown>>(
      (map, part) => (map[part] ??= {}) as Record<string, unknown>,
      data,
    );
    within[last] = value;
  }
  return data;
}

/** Typed ones are filled in; of those that are due the missing ones begin with a hint. */
function sectionEdits(
  project: Project,
  { entry: { path, row }, kind, typed }: Step,
  due: readonly SectionSpec[],
): readonly FixEdit[] {
  const present = project.get(modelled, path).sections;
  const hinted = due
    .filter(({ key }) => !present.has(key))
    .map(spec => ({ key: spec.key, text: hintFor(spec, kind.sections, project.catalogue, project.config.language) }));
  const told = [...typed.sections].map(([key, text]) => ({ key, text }));
  const order = kind.sections.map(({ key }) => key);
  return [...told, ...hinted]
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
    .map(({ key, text }) => ({ do: 'add-section', at: atSection(path, key, row), text }));
}

/** Values that follow from the step: it happens now, a person takes it, and the staff record gives the organisation. */
function tellingValue(project: Project, field: Field, { entry, now, me }: Step): unknown {
  // A field that only a condition asks for may be about another time and another person.
  if (field.requiredFrom === undefined) return undefined;
  if (field.type === 'datetime') return now;
  if (field.type === 'date') return now.slice(0, 10);
  if (field.type === 'person') return me;
  const staff = me === undefined ? undefined : project.entry<{ line?: unknown; onsite?: unknown }>(me)?.data;
  if (field.key === 'support_line') return staff?.line;
  if (field.key === 'service_mode') return staff?.onsite === true ? 'onsite' : undefined;
  // The answer goes by the channel of the request, unless another one is typed.
  return field.key === 'feedback_channel' ? entry.data['channel'] : undefined;
}

/** What was signed stays; what is signed now is frozen as it is now; what is open again follows its source again. */
function embedEdits({ get }: Project, { entry: { id, path, status }, kind, to }: Step): readonly FixEdit[] {
  const isSigned = (state = '') => kind.states.get(state)?.signed === true;
  return [path, ...chaptersOf(get, id)].flatMap(path =>
    get(outline, path).links.flatMap(({ relation, frozen }, link): readonly FixEdit[] => {
      if (relation !== 'embeds' || (frozen !== undefined && isSigned(status) && isSigned(to))) return [];
      if (!isSigned(to) && frozen === undefined) return [];
      return [{ do: isSigned(to) ? 'freeze' : 'thaw', at: atLink(path, link) }];
    }),
  );
}
