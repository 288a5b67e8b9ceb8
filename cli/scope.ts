/** The paths a command was given, as the project names them, and what stands in them. */
import path from 'node:path';
import { asPath } from '../engine/base/text.ts';
import type { Finding } from '../engine/rules/finding.ts';
import { HostError } from '../host/hostError.ts';

/** Findings in one of the files or folders; all of them when none is named. */
export function within(findings: readonly Finding[], paths: readonly string[]): readonly Finding[] {
  if (paths.length === 0) return findings;
  return findings.filter(({ at }) =>
    paths.some(path => path === '' || at.path === path || at.path.startsWith(`${path}/`)),
  );
}

/** `name` as typed in `cwd`, relative to the project. */
export function inProject(root: string, cwd: string, name: string): string {
  const relative = path.relative(root, path.resolve(cwd, name));
  if (relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative))
    return asPath(relative).replace(/\/$/, '');
  throw new HostError({ zh: `${name} 不在项目 ${root} 之内。`, en: `${name} is not inside the project ${root}.` });
}
