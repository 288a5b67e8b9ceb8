/** Lines of Docket in a file of the user: marked, so that they can be found and removed while every other byte stays. */
const BEGIN = '# >>> docket >>>';
const END = '# <<< docket <<<';
const LINES = `[ ]*${BEGIN}\\n(?:.*\\n)*?[ ]*${END}`;

/** Put in at a place where a line begins; at the end of a text that does not end its last line, neither does the result. */
export function withMarked(text: string, at: number, lines: readonly string[], indent = 0): string {
  const block = [BEGIN, ...lines, END].map(line => ' '.repeat(indent) + line).join('\n');
  const [before, after] = [text.slice(0, at), text.slice(at)];
  return before === '' || before.endsWith('\n') ? `${before}${block}\n${after}` : `${before}\n${block}`;
}

/** A script without the lines that Docket wrote into it. */
export function withoutMarked(text: string): string {
  return text.replace(new RegExp(`^${LINES}\\n`, 'gm'), '').replace(new RegExp(`\\n?${LINES}$`), '');
}

/** Whether a script holds lines that Docket wrote. */
export function hasMarked(text: string): boolean {
  return new RegExp(`^${LINES}$`, 'm').test(text);
}
