import type { Words } from '../../base/words.ts';
import { embeddedText } from '../../links/embeds/embedded.ts';
import type { Entry, Link, Outline } from '../../model/entry.ts';
import type { State } from '../../model/kinds/kinds.ts';
import type { Project } from '../project.ts';
import { type Fix, outlineRule } from '../rule.ts';
import { atLink, type LinkPlace } from '../../model/place.ts';

export const embedFrozen = outlineRule({
  id: 'ref/embed-frozen',
  says: {
    zh: '嵌入的内容在文档签署时定格，此后不变；签署之前随来源更新。',
    en: 'Embedded content follows its source until the document is signed, and is frozen from then on.',
  },
  why: {
    zh: '签的是当时看到的内容：来源以后再改，也不能改变已经签署的文档。',
    en: 'People sign what they see: a later change of the source must not change the signed content.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 一\n\n## 问题原因分析\n\n取号时没有行锁。\n',
        'records/change-approval/2026/BG-2026-0001.md':
          '---\nstatus: approved\n---\n# 修复\n\n## 修改原因\n\n«![[WX-2026-0001#问题原因分析]]»\n',
      },
      message: 'BG-2026-0001 已批准，但嵌入的“WX-2026-0001#问题原因分析”没有定格。运行 docket fix 定格。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 一\n\n## 问题原因分析\n\n取号时没有行锁。\n',
        'records/change-approval/2026/BG-2026-0001.md':
          '---\nstatus: approved\n---\n# 修复\n\n## 修改原因\n\n«![[WX-2026-0001#问题原因分析]]»\n\n<!-- docket frozen sha256:f0146b0ed25a010ad917311b4d1d890b16eb56035a67cc9ee6f919d1e83d63ea -->\n> 网络故障。\n',
      },
      message:
        'BG-2026-0001 定格的“WX-2026-0001#问题原因分析”被改动过，与其 SHA-256 不符。从 git 历史恢复签署时的内容。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: processing\n---\n# 一\n\n## 问题原因分析\n\n【写明查到的根本原因】\n',
        'records/change-approval/2026/BG-2026-0001.md':
          '---\nstatus: approved\n---\n# 修复\n\n## 修改原因\n\n«![[WX-2026-0001#问题原因分析]]»\n',
      },
      message: 'BG-2026-0001 已批准，但嵌入的“WX-2026-0001#问题原因分析”没有内容，无法定格。先写来源，或换掉嵌入。',
    },
    {
      bad: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 一\n\n## 问题原因分析\n\n取号时没有行锁。\n',
        'records/change-approval/2026/BG-2026-0001.md':
          '---\nstatus: submitted\n---\n# 修复\n\n## 修改原因\n\n«![[WX-2026-0001#问题原因分析]]»\n\n<!-- docket frozen sha256:f0146b0ed25a010ad917311b4d1d890b16eb56035a67cc9ee6f919d1e83d63ea -->\n> 取号时没有行锁。\n',
      },
      message:
        'BG-2026-0001 还未签署（已提交），嵌入的“WX-2026-0001#问题原因分析”却已定格，不再随来源更新。运行 docket fix 取消定格。',
    },
    {
      good: {
        'records/ticket/2026/WX-2026-0001.md':
          '---\nstatus: closed\n---\n# 一\n\n## 问题原因分析\n\n后来查明还有一处。\n',
        'records/change-approval/2026/BG-2026-0001.md':
          '---\nstatus: approved\n---\n# 修复\n\n## 修改原因\n\n![[WX-2026-0001#问题原因分析]]\n\n<!-- docket frozen sha256:f0146b0ed25a010ad917311b4d1d890b16eb56035a67cc9ee6f919d1e83d63ea -->\n> 取号时没有行锁。\n',
        'records/change-approval/2026/BG-2026-0002.md':
          '---\nstatus: draft\n---\n# 修复\n\n## 修改原因\n\n![[WX-2026-0001#问题原因分析]]\n',
      },
    },
  ],

  *check(page, project) {
    const document = documentOf(page, project);
    const state = document && project.kind(document.kind)?.states.get(document.status ?? '');
    if (document === undefined || document.broken || state === undefined) return;
    for (const [n, link] of page.links.entries()) {
      if (link.relation !== 'embeds') continue;
      const at = atLink(page.path, n);
      const found = state.signed ? faultOfSigned(link, document, state, project) : faultOfOpen(link, document, state);
      if (found !== undefined)
        yield { at, id: document.id, say: found.say, fixes: found.fix ? [FIXES[found.fix](at)] : [] };
    }
  },
});

/** The record whose signature covers a document: a chapter is signed together with its main document. */
function documentOf({ entries, chapter }: Outline, project: Project): Entry | undefined {
  return chapter === undefined ? entries.find(({ row }) => row === undefined) : project.entry(chapter.of);
}

interface Fault {
  readonly say: Words;
  readonly fix?: keyof typeof FIXES;
}

function faultOfSigned(link: Link, { id }: Entry, { label }: State, project: Project): Fault | undefined {
  const name = nameOf(link);
  if (link.frozen === 'whole') return undefined;
  if (link.frozen === 'edited') {
    const zh = `${id} 定格的“${name}”被改动过，与其 SHA-256 不符。从 git 历史恢复签署时的内容。`;
    const en = `Restore the signed content from git: what ${id} froze of “${name}” was edited and does not match its SHA-256.`;
    return { say: { zh, en } };
  }
  const shown = embeddedText(project.get, link);
  // ref/broken reports an embed of something that does not exist.
  if (shown === undefined) return undefined;
  if (shown === '') {
    const zh = `${id} ${label.zh}，但嵌入的“${name}”没有内容，无法定格。先写来源，或换掉嵌入。`;
    const en = `${id} is “${label.en}”, but what it embeds of “${name}” is empty and cannot be frozen. Write the source first, or embed another section.`;
    return { say: { zh, en } };
  }
  const zh = `${id} ${label.zh}，但嵌入的“${name}”没有定格。运行 docket fix 定格。`;
  const en = `${id} is “${label.en}”, but what it embeds of “${name}” is not frozen: run docket fix to freeze it.`;
  return { say: { zh, en }, fix: 'freeze' };
}

function faultOfOpen(link: Link, { id }: Entry, { label }: State): Fault | undefined {
  if (link.frozen === undefined) return undefined;
  const name = nameOf(link);
  const zh = `${id} 还未签署（${label.zh}），嵌入的“${name}”却已定格，不再随来源更新。运行 docket fix 取消定格。`;
  const en = `${id} is not signed yet (“${label.en}”), but what it embeds of “${name}” is frozen and no longer follows its source: run docket fix to undo that.`;
  return { say: { zh, en }, fix: 'thaw' };
}

function nameOf({ target, section }: Link): string {
  return section === undefined ? target : `${target}#${section}`;
}

const FIXES = {
  freeze: (at: LinkPlace): Fix => ({
    title: { zh: '定格嵌入的内容', en: 'Freeze the embedded content' },
    safe: true,
    edits: [{ do: 'freeze', at }],
  }),
  thaw: (at: LinkPlace): Fix => ({
    title: { zh: '取消定格', en: 'Remove the frozen content' },
    safe: true,
    edits: [{ do: 'thaw', at }],
  }),
};
