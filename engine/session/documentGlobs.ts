/** Which files docket.yml calls documents, asked without opening the project. */
import { configOf } from '../model/config/config.ts';
import { globMatcher } from '../model/paths/globs.ts';
import { readConfig } from '../model/config/projectConfig.ts';

export function isDocumentIn(configText: string): (path: string) => boolean {
  const { include, exclude } = configOf(readConfig(configText).read).documents;
  return globMatcher(include, { exclude });
}
