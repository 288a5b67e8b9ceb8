/** Slots → YAML. A value to type is an empty line with the choices beside it. */
import type { Language } from '../../engine/base/words.ts';
import type { Field } from '../../engine/model/kinds/kinds.ts';
import type { Line } from '../../engine/writing/frontmatter.ts';
import type { Slot } from './values.ts';

/** Slots as lines of a frontmatter; a value that a person must type is a comment that says what to type. */
export function slotLines(slots: readonly Slot[], language: Language): readonly Line[] {
  return slots.map(slot => {
    const { key } = slot.field;
    if (slot.sort === 'map') return { key, lines: slotLines(slot.slots, language) };
    return slot.sort === 'value' ? ([key, slot.value] as const) : { key, ask: askFor(slot.field, language) };
  });
}

const MOST_CHOICES = 14;

/** `级别：P1 特别紧急、P2 紧急、P3 一般、P4 轻微` */
function askFor(field: Field, language: Language): string {
  const values = field.enum?.values ?? field.of?.enum?.values;
  const [colon, comma] = language === 'zh' ? ['：', '、'] : [': ', ', '];
  if (values === undefined) return `${field.label[language]}${formOf(field, language)}`;
  const shown = [...values]
    .slice(0, MOST_CHOICES)
    .map(([key, label]) => (key === label[language] ? key : `${key} ${label[language]}`));
  return `${field.label[language]}${colon}${shown.join(comma)}${values.size > shown.length ? ' …' : ''}`;
}

function formOf({ type }: Field, language: Language): string {
  const forms: Readonly<Partial<Record<Field['type'], string>>> = {
    date: '2026-05-21',
    datetime: '2026-05-21T09:30:00+08:00',
    boolean: 'true / false',
    person: 'RY-001',
    version: 'V1.0',
  };
  const form = forms[type];
  return form === undefined ? '' : language === 'zh' ? `（${form}）` : ` (${form})`;
}
