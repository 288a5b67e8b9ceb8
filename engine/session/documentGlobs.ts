/** Which files are documents according to docket.yml, without opening the project. */
import { configOf } from '../model/config/config.ts';
import { globMatcher } from '../model/paths/globs.ts';
import { readConfig } from '../model/config/projectConfig.ts';

/** A test for paths, from the text of docket.yml. Settings that cannot be read have their defaults. */
export function isDocumentIn(configText: string): (path: string) => boolean {
  const { include, exclude } = configOf(readConfig(configText).read).documents;
  return globMatcher(include, { exclude });
}
