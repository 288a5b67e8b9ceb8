// From a finding to the page of its rule: what it says, why, the clause behind it, examples.
import { commands, type Diagnostic, type Disposable, languages, Uri, window } from 'vscode';

const EXPLAIN = 'docket.explain';
const PAGES = 'docs/rules';

/** The code of a finding leads to its rule wherever VS Code shows it. */
export function withPage(diagnostic: Diagnostic): Diagnostic {
  const rule = ruleOf(diagnostic);
  if (rule === undefined) return diagnostic;
  const target = Uri.from({ scheme: 'command', path: EXPLAIN, query: JSON.stringify([rule]) });
  return Object.assign(diagnostic, { code: { value: rule, target } });
}

/** Opens a page of the extension itself: nothing is fetched, and a preview cannot be written to. */
export function registerExplain(extension: Uri): Disposable {
  return commands.registerCommand(EXPLAIN, async (rule: unknown = ruleAtCursor()) => {
    const page = typeof rule === 'string' && /^[\w-]+\/[\w-]+$/.test(rule) ? rule.replace('/', '-') : 'README';
    await commands.executeCommand('markdown.showPreviewToSide', Uri.joinPath(extension, PAGES, `${page}.md`));
  });
}

function ruleAtCursor(): string | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const line = editor.document.lineAt(editor.selection.active.line).range;
  const found = languages.getDiagnostics(editor.document.uri).filter(({ range }) => range.intersection(line));
  return found.map(ruleOf).find(rule => rule !== undefined);
}

function ruleOf({ source, code }: Diagnostic): string | undefined {
  if (source !== 'docket') return undefined;
  const value = typeof code === 'object' ? code.value : code;
  return typeof value === 'string' ? value : undefined;
}
