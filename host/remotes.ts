/** Hosts that the remotes of a repository stand on, those it is pushed to among them; a path on this machine has none. */
import { git } from './git.ts';

export function remoteHosts(root: string): readonly string[] {
  const { ok, out } = git(root, ['remote', '-v']);
  const lines = ok ? out.toString('utf8').split('\n') : [];
  const urls = lines.map(line => line.slice(line.indexOf('\t') + 1).replace(/ \((?:fetch|push)\).*$/, ''));
  return [...new Set(urls.flatMap(hostIn))];
}

/** `ssh://git@10.1.2.3:22/…`, `https://git.example.cn/…`, `git@git.example.cn:group/name.git`; one letter is a Windows drive. */
function hostIn(url: string): readonly string[] {
  const host =
    /^[a-z][a-z+]*:\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^:/]+)/i.exec(url)?.[1] ?? /^(?:[^@/:]+@)?(\[[^\]]+\]|[^:/\\@]{2,}):(?!:|\/\/)/.exec(url)?.[1];
  return host === undefined ? [] : [host.toLowerCase()];
}
