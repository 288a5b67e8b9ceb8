/** Words for values and names in messages. */
import type { Words } from '../base/words.ts';
import type { Enumeration, Field, Kind } from '../model/kinds/kinds.ts';

/** An enum value by its label, a map part by part, anything else as written. */
export function valueWords(field: Field, value: unknown): Words {
  if (field.fields && typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([key, part]) => ({
      label: field.fields?.byKey.get(key)?.label,
      part: String(part),
    }));
    return {
      zh: parts.map(({ label, part }) => `${label?.zh} ${part}`).join('、'),
      en: parts.map(({ label, part }) => `${label?.en} ${part}`).join(', '),
    };
  }
  const label = field.enum?.values.get(String(value));
  return { zh: label?.zh ?? String(value), en: label?.en ?? String(value) };
}

/** `P1（特别紧急）、P2（紧急）`: what a person may write, at most eight of them. */
export function choices(values: Enumeration['values']): Words {
  const shown = [...values].slice(0, 8);
  const rest = values.size > shown.length;
  const zh = shown.map(([key, label]) => (key === label.zh ? key : `${key}（${label.zh}）`)).join('、');
  const en = shown.map(([key]) => key).join(', ');
  return { zh: `${zh}${rest ? '等' : ''}`, en: `${en}${rest ? ' …' : ''}` };
}

/** The labels of some kinds, as a choice. */
export function kindNames(kinds: readonly (Pick<Kind, 'label'> | undefined)[]): Words {
  const known = kinds.filter(kind => kind !== undefined);
  return { zh: known.map(({ label }) => label.zh).join('或'), en: known.map(({ label }) => label.en).join(' or ') };
}

/** The label of an enum value of the field at a pointer of a kind. */
export function enumLabel({ fields }: Kind, pointer: string, value: string): Words {
  let within = fields;
  for (const part of pointer.split('/').slice(1)) {
    const field = within.byKey.get(part);
    const label = field?.enum?.values.get(value);
    if (label !== undefined) return label;
    within = field?.of?.fields ?? field?.fields ?? within;
  }
  return { zh: value, en: value };
}
