import { CONFIG_PATH } from '../../model/config/projectConfig.ts';
import { projectRule } from '../rule.ts';
import { atValue } from '../../model/place.ts';

const LIST = { 'docket.yml': 'git:\n  remotes: [git.zzgl.example.cn]\n' };

export const remoteAllowlist = projectRule({
  id: 'repo/remote-allowlist',
  says: {
    zh: '远程仓库都在 docket.yml 的 git.remotes 列出的主机上。',
    en: 'Every remote of the repository is on a host that git.remotes of docket.yml lists.',
  },
  why: {
    zh: '未经同意，不得将涉及知识产权的技术秘密透露给第三方；代码和文档推送到名单以外的主机，就已透露。',
    en: 'Technical secrets must not go to third parties without consent; pushing code and documents to another host gives them away.',
  },
  clauses: ['C5.2-02'],
  severity: 'error',
  examples: [
    {
      bad: { 'docket.yml': 'git:\n  remotes: «[git.zzgl.example.cn]»\n' },
      repository: { remotes: { origin: 'git.zzgl.example.cn', mirror: 'github.com' } },
      message:
        '远程仓库 mirror 在 github.com 上，不在 git.remotes 的名单内；请删除（git remote remove mirror），或征得采购人同意后把主机加入名单。',
    },
    { good: LIST, repository: { remotes: { origin: 'git.zzgl.example.cn' } } },
    { good: LIST, repository: {} },
    // Without a list in docket.yml the rule does not check.
    { good: { 'docket.yml': 'git:\n  exempt: [v1]\n' }, repository: { remotes: { origin: 'github.com' } } },
  ],

  *check(project) {
    const listed = project.config.git.remotes;
    if (listed === undefined) return;
    const hosts = new Set(listed.map(host => host.toLowerCase()));
    for (const { name, host } of project.repository?.remotes ?? []) {
      if (hosts.has(host)) continue;
      yield {
        at: atValue(CONFIG_PATH, '/git/remotes'),
        say: {
          zh: `远程仓库 ${name} 在 ${host} 上，不在 git.remotes 的名单内；请删除（git remote remove ${name}），或征得采购人同意后把主机加入名单。`,
          en: `The remote ${name} is on ${host}, which git.remotes of docket.yml does not list: remove it (git remote remove ${name}), or list the host with the purchaser's consent.`,
        },
      };
    }
  },
});
