import type { Deployment } from '../../../docs-schema/generated/types.ts';
import { dateOf } from '../../measure/time/instant.ts';
import { offsetOf } from '../../measure/agreed/terms.ts';
import { isRolledBack } from '../../measure/facts/implementation.ts';
import { rowsIn } from '../../measure/facts/facts.ts';
import { placeOf } from '../../model/entry.ts';
import { compareVersions } from '../../trace/versions.ts';
import { linkedIds } from '../linked.ts';
import type { Project } from '../project.ts';
import { crossRule } from '../rule.ts';
import type { EntryOf } from '../../model/entry.ts';
import { documentsDue, today } from './impacted.ts';

const SUM = 'docs/ZZGL-SUM.md';
const BG = 'records/change-approval/2026/BG-2026-0010.md';
const BS = 'records/deployment/2026/BS-2026-006.md';
const manual = (version: string) =>
  `---\ntype: user-manual\nid: ZZGL-SUM\nstatus: approved\nsoftware_version: "${version}"\n---\n# 操作手册\n`;
const change = (result: string) =>
  `---\nstatus: closed\ndoc_impact:\n  - { kind: user-manual, result: ${result}, ref: ZZGL-SUM, version: "V1.4", reason: 界面不变 }\n---\n# 批量打印\n`;
const release = (status = 'success') =>
  `---\nstatus: ${status}\nchanges: [BG-2026-0010]\nrelease_tag: v2.5.0\nfinished_at: "2026-07-15T21:00:00+08:00"\n---\n# 上线\n`;

type Versioned = { readonly software_version?: string };

export const versionMatch = crossRule<Versioned>({
  id: 'trace/version-match',
  says: {
    zh: '文档所写的软件版本不低于最近一次涉及它的上线版本。',
    en: 'The software version in a document is that of the last release that affected the document, or newer.',
  },
  why: {
    zh: '合同要求程序与文档一致；文档写的版本比涉及它的上线版本旧，读的人不知道它说的是不是现在的系统。',
    en: 'Programs and documents must agree: a document with an older version may describe another system.',
  },
  clauses: ['C4.5-08'],
  severity: 'warning',
  kinds: ({ versions, impact }) => versions === 'revisions' && impact === 'stated',
  examples: [
    {
      bad: { [SUM]: manual('«v2.4.1»'), [BG]: change('updated'), [BS]: release() },
      message: 'ZZGL-SUM 写的软件版本是 v2.4.1，而 BS-2026-006 已上线涉及它的 v2.5.0；请更新文档和 software_version。',
    },
    { good: { [SUM]: manual('V2.5.0'), [BG]: change('updated'), [BS]: release() } },
    { good: { [SUM]: manual('v2.4.1'), [BG]: change('not-affected'), [BS]: release() } },
    { good: { [SUM]: manual('v2.4.1'), [BG]: change('updated'), [BS]: release('rolled_back') } },
    { good: { [SUM]: manual('v2.4.1'), [BG]: change('updated'), [BS]: release() }, asOf: '2026-07-20' },
  ],

  *check(document, project) {
    const { id, data, broken } = document;
    const stated = data.software_version;
    const newest = broken || !stated ? undefined : newestRelease(id, project);
    if (newest === undefined || (compareVersions(stated, newest.data.release_tag) ?? 0) >= 0) return;
    yield {
      at: placeOf(document, '/software_version'),
      id,
      say: {
        zh: `${id} 写的软件版本是 ${stated}，而 ${newest.id} 已上线涉及它的 ${newest.data.release_tag}；请更新文档和 software_version。`,
        en: `${id} states software ${stated}, but ${newest.id} released ${newest.data.release_tag}, which affects it: update the document and its software_version.`,
      },
      related: [{ at: placeOf(newest, '/release_tag'), say: { zh: '上线的版本', en: 'The version released' } }],
    };
  },
});

/** The newest release whose changes update a document and whose term for updating is over. */
function newestRelease(id: string, project: Project): EntryOf<Deployment> | undefined {
  const changes = new Set(
    project
      .linksTo(id)
      .filter(({ relation }) => relation === 'ref')
      .map(({ from }) => from),
  );
  const updating = [...changes].filter(change => updates(change, id, project));
  const deployments = new Set(updating.flatMap(change => [...linkedIds(project, change, 'deployment', 'deployment')]));
  const released = [...deployments]
    .flatMap(name => project.entry<Deployment>(name) ?? [])
    .filter(one => hasStayed(one, project));
  return released.sort((a, b) => compareVersions(a.data.release_tag, b.data.release_tag) ?? 0).at(-1);
}

function updates(change: string, document: string, project: Project): boolean {
  const rows = rowsIn(
    project.entry<{ readonly doc_impact?: readonly { readonly ref?: string; readonly result?: string }[] }>(change)
      ?.data.doc_impact,
  );
  return rows.some(({ ref, result }) => ref === document && result === 'updated');
}

function hasStayed(deployment: EntryOf<Deployment>, project: Project): boolean {
  const { status, data } = deployment;
  const day = dateOf(data.finished_at ?? data.started_at, offsetOf(project.config));
  const isVersion = compareVersions(data.release_tag, data.release_tag) === 0;
  return (
    isVersion &&
    day !== undefined &&
    project.reached(deployment, 'success') &&
    !isRolledBack({ status, result: data.result }) &&
    today(project) > documentsDue(day, project)
  );
}
