import type { Deployment } from '../../../docs-schema/generated/types.ts';
import { trailersNamed } from '../../links/trailers.ts';
import { namesIn } from '../../measure/facts/facts.ts';
import { parseInstant } from '../../measure/time/instant.ts';
import { momentIn } from '../../measure/agreed/terms.ts';
import { isProductionCode } from '../../model/config/codeGroups.ts';
import { type EntryOf, placeOf } from '../../model/entry.ts';
import type { Commit } from '../../workspace/changeSet.ts';
import type { CommitHistory } from '../../workspace/repositoryFacts.ts';
import { closest } from '../nearest.ts';
import type { Project } from '../project.ts';
import { crossRule, type ExampleCommit, type Remark } from '../rule.ts';

const BS = 'records/deployment/2026/BS-2026-003.md';
const deployment = (tag: string, changes = 'BG-2026-0005', status = 'success') =>
  `---\nid: BS-2026-003\nstatus: ${status}\nchanges: [${changes}]\nrelease_tag: ${tag}\nstarted_at: "2026-04-08T20:00:00+08:00"\n---\n# 上线\n`;
const CODE = { 'docket.yml': 'code:\n  - { kind: program, include: [src/main/**] }\n' };
const commit = (tags: readonly string[], at = '2026-03-27T16:00:00+08:00'): ExampleCommit => ({
  message: '超期预警\n\nRefs: XQ-2026-0001\nChange: BG-2026-0005\n',
  at,
  files: ['src/main/OverdueReminderJob.java'],
  tags,
});

export const tagExists = crossRule<Deployment>({
  id: 'deployment/tag-exists',
  says: {
    zh: '部署记录的发布标签在版本库中存在，并包含所部署变更的提交。',
    en: 'The release tag of a deployment exists in the repository and contains the commits of the deployed changes.',
  },
  why: {
    zh: '标签说明上线的是哪一份代码；没有标签，或标签不包含已批准的修改，就不能证明上线的是批准的内容。',
    en: 'The tag shows which code went live; without it, or without the approved commits in it, there is no proof that the approved code was deployed.',
  },
  basis: 'practice',
  severity: 'warning',
  kinds: ['deployment'],
  examples: [
    {
      bad: { [BS]: deployment('«2.4.0»') },
      repository: { tags: ['v2.3.5', 'v2.4.0'] },
      message:
        'BS-2026-003 的发布标签 2.4.0 不在版本库中；请改正，或打上标签（git tag -a 2.4.0），别处已有的先取来（git fetch --tags）。',
    },
    {
      bad: { ...CODE, [BS]: deployment('v2.4.0', '«BG-2026-0005»') },
      repository: { tags: ['v2.4.0'], commits: [commit(['v2.4.0']), commit([])] },
      message:
        'BS-2026-003 的发布标签 v2.4.0 不含 BG-2026-0005 的 1 个提交（22222222 超期预警）；请核对标签打在哪个提交上，漏发的提交另行部署登记。',
    },
    { good: { ...CODE, [BS]: deployment('v2.4.0') }, repository: { tags: ['v2.4.0'], commits: [commit(['v2.4.0'])] } },
    // Code committed after the deployment goes live with another deployment.
    {
      good: { ...CODE, [BS]: deployment('v2.4.0') },
      repository: { tags: ['v2.4.0'], commits: [commit([], '2026-04-10T09:00:00+08:00')] },
    },
    { good: { [BS]: deployment('v2.4.0', 'BG-2026-0005', 'planned') }, repository: {} },
    // Without a git repository no tag is reported as missing.
    { good: { [BS]: deployment('v2.4.0') } },
  ],

  *check(deployment, project) {
    const { id, data, broken } = deployment;
    const { release_tag: tag } = data;
    if (broken || typeof tag !== 'string' || tag === '' || !project.reached(deployment, 'executing')) return;
    const history = project.repository?.history;
    if (history === undefined) return;
    if (!history.tags.includes(tag)) return yield missing(deployment, tag, history);
    for (const [n, change] of namesIn(data.changes).entries()) {
      const left = leftOut(change, deployment, history, project);
      const first = left[0];
      if (first === undefined) continue;
      const commit = `${first.hash?.slice(0, 8)} ${first.message.split('\n', 1)[0]}`;
      yield {
        at: placeOf(deployment, `/changes/${n}`),
        id,
        say: {
          zh: `${id} 的发布标签 ${tag} 不含 ${change} 的 ${left.length} 个提交（${commit}${left.length > 1 ? ' 等' : ''}）；请核对标签打在哪个提交上，漏发的提交另行部署登记。`,
          en: `The release tag ${tag} of ${id} lacks ${left.length} commit(s) of ${change} (${commit}${left.length > 1 ? ' …' : ''}): check which commit the tag marks; deploy the missing commits and record that deployment.`,
        },
      };
    }
  },
});

function missing(deployment: EntryOf<Deployment>, tag: string, { tags }: CommitHistory): Remark {
  const at = placeOf(deployment, '/release_tag');
  const meant = closest(tag, tags);
  return {
    at,
    id: deployment.id,
    say: {
      zh: `${deployment.id} 的发布标签 ${tag} 不在版本库中；请改正，或打上标签（git tag -a ${tag}），别处已有的先取来（git fetch --tags）。`,
      en: `The release tag ${tag} of ${deployment.id} is not in the repository: correct it, create it (git tag -a ${tag}), or fetch it (git fetch --tags).`,
    },
    ...(meant === undefined
      ? {}
      : {
          fixes: [
            {
              title: { zh: `改为 ${meant}`, en: `Change to ${meant}` },
              safe: false,
              edits: [{ do: 'set' as const, at, value: meant }],
            },
          ],
        }),
  };
}

/**
 * Commits of a change that touch code, are older than the deployment, and are in none of the tags that its deployments
 * name.
 */
function leftOut(
  change: string,
  { data }: EntryOf<Deployment>,
  { commitsNaming, tagsWith }: CommitHistory,
  project: Project,
): readonly Commit[] {
  const began = momentIn(project.config, data.started_at) ?? Number.NEGATIVE_INFINITY;
  const released = new Set(deploymentsOf(change, project).map(({ data: { release_tag } }) => release_tag));
  return commitsNaming(change).filter(
    ({ hash, message, parents, at, files }) =>
      hash !== undefined &&
      parents < 2 &&
      trailersNamed(message, 'change').includes(change) &&
      (parseInstant(at) ?? Number.POSITIVE_INFINITY) <= began &&
      files.some(({ path, sort }) => sort === 'file' && project.get(isProductionCode, path)) &&
      !tagsWith(hash).some(tag => released.has(tag)),
  );
}

function deploymentsOf(change: string, project: Project): readonly EntryOf<Deployment>[] {
  return project.entries<Deployment>('deployment').filter(({ data }) => namesIn(data.changes).includes(change));
}
