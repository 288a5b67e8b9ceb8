/** Which language a file is written in, by its name. */
import type { Path } from '../../base/text.ts';
import { cpp, csharp, go, java, kotlin, rust } from './braces.ts';
import type { SourceLanguage } from './language.ts';
import { css, freemarker, html, jsp, scss, vue, xml } from './markup.ts';
import { properties, yamlLanguage } from './plain.ts';
import { javascript, php, python, shell, tsx, typescript } from './scripts.ts';
import { SQL_EXTENSIONS, sqlDialects } from './sql.ts';

export const LANGUAGES: readonly SourceLanguage[] = [
  java,
  kotlin,
  typescript,
  javascript,
  tsx,
  python,
  go,
  csharp,
  php,
  cpp,
  rust,
  shell,
  xml,
  html,
  vue,
  jsp,
  freemarker,
  css,
  scss,
  yamlLanguage,
  properties,
  ...sqlDialects,
];

const BY_NAME: ReadonlyMap<string, SourceLanguage> = new Map(LANGUAGES.map(language => [language.name, language]));

const BY_EXTENSION: ReadonlyMap<string, string> = new Map([
  ...LANGUAGES.flatMap(({ name, extensions }) => extensions.map(extension => [extension, name] as const)),
  ...SQL_EXTENSIONS.map(extension => [extension, 'sql'] as const),
]);

/** `sql` is the name for all dialects; the project or the text says which one it is. */
export function languageNameOf(path: Path): string | undefined {
  return languageNameFor(path.slice(path.lastIndexOf('.') + 1));
}

/** By an extension, as a part of a page may name its language. */
export function languageNameFor(extension: string): string | undefined {
  return BY_EXTENSION.get(extension.toLowerCase());
}

/** By the name in the table, such as `java` or `sql-oracle`. */
export function languageNamed(name: string): SourceLanguage | undefined {
  return BY_NAME.get(name);
}
