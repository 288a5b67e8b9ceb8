import { rowsOf } from '../../model/derive/rows.ts';
import { entryRule, type EntryPage, type Remark } from '../rule.ts';
import { unmetFor } from '../runner/unmet.ts';

export const revisionRequired = entryRule({
  id: 'doc/revision-required',
  says: {
    zh: '修订记录写到当前版本，版本号逐次增大。',
    en: 'The revisions of a document are in rising order and end with its version.',
  },
  why: {
    zh: '修订记录是文档随软件更新的证明；断了或倒了，就说不清哪一版有效。',
    en: 'The revisions prove that a document followed the software; with gaps or in a wrong order they do not show which version is valid.',
  },
  clauses: ['C5.1-02'],
  severity: 'error',
  examples: [
    {
      bad: { 'docs/ZZGL-SRS.md': '---\ntype: srs\nid: «ZZGL-SRS»\nstatus: approved\n---\n# 需求规格说明书\n' },
      message: 'ZZGL-SRS 缺少“修订记录”（revisions）：状态已到“已批准”。',
    },
    {
      bad: {
        'docs/ZZGL-SRS.md':
          '---\ntype: srs\nstatus: approved\nversion: «V1.4»\nrevisions:\n  - { version: V1.2, date: 2026-01-01, author: RY-004, change: A, summary: 首版 }\n  - { version: V1.3, date: 2026-02-01, author: RY-004, change: M, summary: 预警 }\n---\n# 需求规格说明书\n',
      },
      message: 'ZZGL-SRS 的版本是 V1.4，修订记录只到 V1.3：请补一条修订记录。',
    },
    {
      bad: {
        'docs/ZZGL-SRS.md':
          '---\ntype: srs\nstatus: draft\nversion: V1.10\nrevisions:\n  - { version: V1.10, date: 2026-01-01, author: RY-004, change: A, summary: 首版 }\n  - { version: «V1.9», date: 2026-02-01, author: RY-004, change: M, summary: 预警 }\n---\n# 需求规格说明书\n',
      },
      message: 'ZZGL-SRS 的修订版本 V1.9 不高于前一条 V1.10：修订记录从旧到新，版本号逐次增大。',
    },
    {
      good: {
        'docs/ZZGL-SRS.md':
          '---\ntype: srs\nstatus: approved\nversion: V1.10\nrevisions:\n  - { version: V1.9, date: 2026-01-01, author: RY-004, change: A, summary: 首版 }\n  - { version: V1.10, date: 2026-02-01, author: RY-004, change: M, summary: 预警 }\n---\n# 需求规格说明书\n',
      },
    },
  ],

  *check(page) {
    yield* unmetFor('doc/revision-required', page);
    if (page.entry.broken) return;
    const versions = rowsOf(page.data['revisions']).map(({ version }) => String(version ?? ''));
    yield* decreasing(page, versions);
    const last = versions.at(-1);
    const version = page.data['version'];
    if (typeof version !== 'string' || last === undefined || last === version || !page.reached('approved')) return;
    const { id } = page.entry;
    yield {
      at: page.at('/version'),
      id,
      say: {
        zh: `${id} 的版本是 ${version}，修订记录只到 ${last}：请补一条修订记录。`,
        en: `${id} has version ${version}, but its last revision is ${last}: add a revision for ${version}.`,
      },
      related: [
        { at: page.at(`/revisions/${versions.length - 1}`), say: { zh: '最后一条修订记录', en: 'The last revision' } },
      ],
    };
  },
});

function* decreasing(page: EntryPage, versions: readonly string[]): Iterable<Remark> {
  const { id } = page.entry;
  for (const [n, version] of versions.entries()) {
    const before = versions[n - 1];
    if (before === undefined || compareVersions(before, version) < 0) continue;
    yield {
      at: page.at(`/revisions/${n}/version`),
      id,
      say: {
        zh: `${id} 的修订版本 ${version} 不高于前一条 ${before}：修订记录从旧到新，版本号逐次增大。`,
        en: `Revision ${version} of ${id} is not higher than ${before} before it: order the revisions from old to new.`,
      },
    };
  }
}

/**
 * Compares two versions: `V1.10` is higher than `V1.9`. Negative when one of them is not a version; another rule
 * reports that.
 */
function compareVersions(a: string, b: string): number {
  const [first, second] = [a, b].map(version => version.replace(/^V/i, '').split('.').map(Number)) as [
    number[],
    number[],
  ];
  if ([...first, ...second].some(Number.isNaN)) return -1;
  for (let n = 0; n < Math.max(first.length, second.length); n++) {
    const difference = (first[n] ?? 0) - (second[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
