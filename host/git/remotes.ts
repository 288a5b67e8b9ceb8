/** The remotes of a repository with their hosts, push addresses included; a path on this machine has no host. */
import type { Remote } from '../../engine/workspace/repositoryFacts.ts';
import { ended } from './gitRefusals.ts';
import { git } from './git.ts';

/** The remotes of a repository by host, each host once. Local paths are left out. */
export function remotesOf(root: string): readonly Remote[] {
  const { ok, out } = ended(git(root, ['remote', '-v']), root);
  const lines = ok ? out.toString('utf8').split('\n') : [];
  const remotes = lines.flatMap(line => {
    const [name = '', url = ''] = line.split('\t');
    return hostIn(url.replace(/ \((?:fetch|push)\).*$/, '')).map(host => ({ name, host }));
  });
  return [...new Map(remotes.map(remote => [`${remote.name} ${remote.host}`, remote])).values()];
}

/** Each once. */
export function remoteHosts(root: string): readonly string[] {
  return [...new Set(remotesOf(root).map(({ host }) => host))];
}

/** `ssh://git@10.1.2.3:22/…`, `https://git.example.cn/…`, `git@git.example.cn:group/name.git`; one letter is a Windows drive. */
function hostIn(url: string): readonly string[] {
  const host =
    /^[a-z][a-z+]*:\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^:/]+)/i.exec(url)?.[1] ??
    /^(?:[^@/:]+@)?(\[[^\]]+\]|[^:/\\@]{2,}):(?!:|\/\/)/.exec(url)?.[1];
  return host === undefined ? [] : [host.toLowerCase()];
}
