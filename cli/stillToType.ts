/** What a writing command leaves for a person to type. */
import type { Language, Words } from '../engine/session/types.ts';

/** `labels`: the fields and sections that are still open. */
export function stillToType(labels: readonly Words[]): Words {
  if (labels.length === 0) return { zh: '已填全。', en: 'Nothing left to fill in.' };
  const list = (language: Language) =>
    [...Map.groupBy(labels, label => label[language])].map(([label, all]) =>
      all.length > 1 ? `${label} ×${all.length}` : label,
    );
  return {
    zh: `待填 ${labels.length} 项：${list('zh').join('、')}`,
    en: `${labels.length} to fill in: ${list('en').join(', ')}`,
  };
}
