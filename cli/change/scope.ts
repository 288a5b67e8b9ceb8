/** The paths a command was given, as paths of the project, and the findings in them. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { asPath } from '../../engine/session/text.ts';
import type { Finding } from '../../engine/session/types.ts';
import { HostError } from '../../host/hostError.ts';

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

/** As `inProject`, for a command that reports: a name nothing has would only be told that all is well. */
export function reportedOn(root: string, cwd: string, name: string, findings: readonly Finding[]): string {
  const place = inProject(root, cwd, name);
  if (existsSync(path.join(root, place)) || within(findings, [place]).length > 0) return place;
  throw new HostError({
    zh: `没有 ${name} 这个文件或目录。请检查路径，相对路径从当前目录算起。`,
    en: `There is no file or folder ${name}. Check the path; it is taken from the current folder.`,
  });
}

/** Markdown files among the named ones that no pattern of `documents` matches: nothing looks at them. */
export async function uncheckedAmong(
  root: string,
  places: readonly string[],
  configText: string,
): Promise<readonly string[]> {
  const named = places.filter(
    place => place.endsWith('.md') && statSync(path.join(root, place), { throwIfNoEntry: false })?.isFile(),
  );
  if (named.length === 0) return [];
  const { isDocumentIn } = await import('../../engine/session/documentGlobs.ts');
  const isDocument = isDocumentIn(configText);
  return named.filter(place => !isDocument(place));
}
