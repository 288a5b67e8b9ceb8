import type { Words } from '../../base/words.ts';
import type { Project } from '../project.ts';
import { outlineRule, type Remark } from '../rule.ts';
import { atLink, atValue, type Place } from '../../model/place.ts';
import { embedTrail } from './embeds.ts';
import { trailOf } from './trail.ts';

export const embedCycle = outlineRule({
  id: 'ref/embed-cycle',
  says: {
    zh: '嵌入、替代和所属关系不绕回自身。',
    en: 'Embeds, replacements and parts do not form a cycle.',
  },
  why: {
    zh: '互相嵌入的章节没有内容；互相替代的单据说不清哪一份有效。',
    en: 'Sections that embed each other have no content; when records replace each other, none of them is valid.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 一\n\n## 问题原因分析\n\n«![[WX-2026-0002#问题原因分析]]»\n',
        'records/ticket/2026/WX-2026-0002.md':
          '---\nstatus: closed\n---\n# 二\n\n## 问题原因分析\n\n«![[WX-2026-0001]]»\n',
      },
      message: '嵌入 WX-2026-0002 又绕回本处：WX-2026-0001 → WX-2026-0002 → WX-2026-0001。',
    },
    {
      bad: {
        'acceptance/YS-2026-01.md':
          '---\ntype: acceptance-application\nlinks: { supersedes: [«YS-2026-02»] }\n---\n# 一\n',
        'acceptance/YS-2026-02.md':
          '---\ntype: acceptance-application\nlinks: { supersedes: [«YS-2026-01»] }\n---\n# 二\n',
      },
      message: '替代 YS-2026-02 又绕回本处：YS-2026-01 → YS-2026-02 → YS-2026-01。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 一\n\n## 问题描述\n\n无法登录。\n\n## 问题原因分析\n\n![[WX-2026-0002#问题原因分析]]\n',
        'records/ticket/2026/WX-2026-0002.md':
          '---\nstatus: closed\n---\n# 二\n\n## 问题描述\n\n![[WX-2026-0001#问题描述]]\n\n## 问题原因分析\n\n缓存占满。\n',
      },
    },
  ],

  *check({ path, links, entries }, project) {
    for (const [n, { relation, from, target }] of links.entries()) {
      const trail =
        relation === 'embeds'
          ? embedTrail(project, path, n)
          : relation === 'supersedes'
            ? trailOf(from, id => replacedBy(project, id))
            : undefined;
      if (trail !== undefined)
        yield report(atLink(path, n), target, trail, relation === 'embeds' ? EMBEDDING : REPLACING);
    }
    const own = entries[0]?.id;
    const trail = own === undefined ? undefined : trailOf(own, id => wholeOf(project, id));
    if (trail !== undefined) yield report(atValue(path, '/part_of'), trail[1] ?? '', trail, BELONGING);
  },
});

const EMBEDDING: Words = { zh: '嵌入', en: 'Embedding' };
const REPLACING: Words = { zh: '替代', en: 'Replacing' };
const BELONGING: Words = { zh: '所属', en: 'Belonging to' };

function report(at: Place, target: string, trail: readonly string[], how: Words): Remark {
  const way = trail.join(' → ');
  return {
    at,
    say: { zh: `${how.zh} ${target} 又绕回本处：${way}。`, en: `${how.en} ${target} leads back here: ${way}.` },
  };
}

function replacedBy(project: Project, id: string): readonly string[] {
  return project
    .linksFrom(id)
    .filter(({ relation }) => relation === 'supersedes')
    .map(({ target }) => target);
}

function wholeOf(project: Project, id: string): readonly string[] {
  const whole = project.entry(id)?.data['part_of'];
  return typeof whole === 'string' ? [whole] : [];
}
