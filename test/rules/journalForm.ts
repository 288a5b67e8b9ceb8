/** The record of an example as a row of a journal: the same values and sections, in the columns of one table. */
import { asPath } from '../../engine/base/text.ts';
import type { YamlNode } from '../../engine/documents/document.ts';
import { contentOf } from '../../engine/model/read/headings.ts';
import { modelled } from '../../engine/model/read/modelled.ts';
import { cellText, tableText } from '../../engine/writing/table.ts';
import { requiredPart } from '../../engine/writing/cellValue.ts';
import { open } from '../inMemory.ts';

type Files = Readonly<Record<string, string>>;

/** The files with the journal in place of the record, or what a row cannot hold. */
export type JournalForm = { readonly files: Files; readonly journal: string } | { readonly because: string };

export function journalForm(files: Files, path: string): JournalForm {
  const { cache } = open(files);
  const { document, kind, entries, sections } = cache.get(modelled, asPath(path));
  const entry = entries[0]?.entry;
  if (kind === undefined || entry === undefined) return { because: 'the file is not a record' };
  if (kind.groups.includes('versioned')) return { because: `${kind.key} is a document with versions, not a record` };
  const columns = new Map<string, string>([['id', entry.id]]);
  for (const { key: name, value } of document.frontmatter?.pairs ?? []) {
    const key = kind.fields.named.get(name) ?? name;
    if (key === 'id' || key === 'type') continue;
    if (key === 'links' && value.sort === 'map') {
      for (const pair of value.pairs) columns.set(pair.key, textOf(pair.value) ?? '');
      continue;
    }
    const field = kind.fields.byKey.get(key);
    if (field === undefined)
      return { because: `${kind.key} has no field ${name}, so a column of this name says nothing` };
    const text = textOf(value, requiredPart(field.fields));
    if (text === undefined) return { because: `${key} has several parts, which a cell cannot hold` };
    columns.set(field.label.zh, text);
  }
  for (const [key, n] of sections) {
    const section = document.sections[n];
    const label = kind.sections.find(spec => spec.key === key)?.label.zh;
    if (section !== undefined && label !== undefined) columns.set(label, contentOf(document, section));
  }
  const others = Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
  const journal = `${path.slice(0, path.lastIndexOf('/'))}/WX-2026-05.md`;
  const neighbour = [
    entry.id.replace(/\d+$/, digits => digits.replace(/./g, '8')),
    ...Array<string>(columns.size - 1).fill(''),
  ];
  const table = tableText([...columns.keys()], [[...columns.values()].map(cellText), neighbour]);
  return {
    journal,
    files: {
      ...others,
      [journal]: `---\nid: WX-2026-05\ntype: journal\nof: ${kind.key}\n---\n# 登记簿\n\n${table}\n\n表后的文字。\n`,
    },
  };
}

function textOf(node: YamlNode, part?: string): string | undefined {
  if (node.sort === 'scalar') return node.raw;
  if (node.sort === 'list')
    return node.items.every(({ sort }) => sort === 'scalar')
      ? node.items.map(item => textOf(item) ?? '').join('、')
      : undefined;
  const [pair] = node.pairs;
  return pair !== undefined && node.pairs.length === 1 && pair.key === part ? textOf(pair.value) : undefined;
}
