/** Tables and frontmatter of documents that are generated. */

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows.map(row => row.map(cell))];
  return lines.map(line => `| ${line.join(' | ')} |`).join('\n');
}

function cell(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/\\?\|/g, '\\|')
    .trim();
}

const HEAD = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/;

/** The frontmatter with its `---` lines, and the rest. */
export function splitHead(text: string): { readonly head: string; readonly body: string } {
  const head = HEAD.exec(text)?.[0] ?? '';
  return { head, body: text.slice(head.length) };
}

/**
 * Lays generated keys over a frontmatter somebody may have edited: a key that is there is replaced where it stands, with
 * whatever is indented under it; the others follow at the end. Everything else stays as it is.
 */
export function overlay(head: string, generated: ReadonlyMap<string, string>): string {
  const kept: string[] = [];
  const left = new Map(generated);
  let skipping = false;
  for (const line of head.split(/\r?\n/).slice(1, head.trimEnd().split(/\r?\n/).length - 1)) {
    const key = /^([A-Za-z_][\w-]*):/.exec(line)?.[1];
    if (key === undefined && skipping && /^(?:\s|-|$)/.test(line)) continue;
    skipping = key !== undefined && generated.has(key);
    if (!skipping || key === undefined) kept.push(line);
    else if (left.has(key)) {
      kept.push(`${key}:${left.get(key)}`);
      left.delete(key);
    }
  }
  const added = [...left].map(([key, value]) => `${key}:${value}`);
  return `---\n${[...kept, ...added].join('\n')}\n---\n`;
}
