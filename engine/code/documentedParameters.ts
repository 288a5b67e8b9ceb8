/** Parameters that a doc comment names, to compare them with those a symbol has. */

/** In order; `language` is a key of the language table. */
export function documentedParameters(comment: string, language: string): readonly string[] {
  const names = (FORMS[language] ?? [TAGS]).flatMap(form =>
    [...comment.matchAll(form)].map(match => (match[1] ?? '').replace(/^[$&.*]+/, '')),
  );
  if (language === 'python') names.push(...sectionNames(comment));
  return [...new Set(names.filter(name => name !== ''))];
}

/** `@param name`, `@param {string} [name=1]`, `@param int $name`, `@param[in] name`; a type parameter `<T>` is none. */
const TAGS = /[@\\]param(?:\[[\w,]+\])?[ \t]+(?:\{(?:[^{}]|\{[^{}]*\})*\}[ \t]*)?\[?((?:\.\.\.)?[\w$]+)/g;
const PHP_TAGS = /@param[ \t]+(?:[^\s$][^\n$]*?[ \t]+)?(?:&|\.\.\.)*(\$\w+)/g;
const KDOC_TAGS = /@param(?:[ \t]+|\[)(\w+)/g;
const XML_TAGS = /<param\s+name\s*=\s*["'](\w+)["']/g;
/** `:param str name:` */
const REST_FIELDS = /:(?:param|parameter|arg|argument|key|keyword)[ \t]+(?:[^:\n]*?[ \t])?\\?(\*{0,2}\w+)[ \t]*:/g;

const FORMS: Readonly<Record<string, readonly RegExp[]>> = {
  php: [PHP_TAGS],
  kotlin: [KDOC_TAGS],
  csharp: [XML_TAGS],
  python: [REST_FIELDS],
};

/** Of Google (`Args:`) and NumPy (`Parameters` underlined): what stands at the least indentation of the section. */
function sectionNames(comment: string): readonly string[] {
  const lines = comment.split(/\r?\n/);
  return lines.flatMap((line, n) => {
    const isGoogle = /^\s*(?:Args|Arguments|Parameters|Keyword Args|Keyword Arguments):\s*$/.test(line);
    const isNumpy = /^\s*(?:Other )?Parameters\s*$/.test(line) && /^\s*-{3,}\s*$/.test(lines[n + 1] ?? '');
    if (isGoogle) return namesUnder(lines, n + 1, indentOf(line) + 1, /^\s*\\?(\*{0,2}\w+)\s*(?:\([^)]*\))?\s*:/);
    return isNumpy
      ? namesUnder(lines, n + 2, indentOf(line), /^\s*\\?(\*{0,2}\w+(?:\s*,\s*\*{0,2}\w+)*)\s*(?::|$)/)
      : [];
  });
}

/** Until a line that is indented less, or another heading. */
function namesUnder(lines: readonly string[], from: number, least: number, pattern: RegExp): readonly string[] {
  const names: string[] = [];
  let indent: number | undefined;
  for (let n = from; n < lines.length; n++) {
    const line = lines[n] ?? '';
    if (line.trim() === '') continue;
    const isHeading = /^\s*-{3,}\s*$/.test(lines[n + 1] ?? '');
    if (indentOf(line) < least || isHeading) break;
    indent ??= indentOf(line);
    if (indentOf(line) === indent)
      names.push(...(pattern.exec(line)?.[1]?.split(',') ?? []).map(name => name.trim().replace(/^\*+/, '')));
  }
  return names;
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}
