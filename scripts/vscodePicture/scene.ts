// Loaded by VS Code inside its extension host: sets the scene and holds it, since findings go with the extension host.
import { commands, languages, Selection, Uri, window, workspace } from 'vscode';

const SETTLED_MS = 2_500;

export async function run(): Promise<void> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  const ticket = Uri.joinPath(folder.uri, process.env['DOCKET_TICKET'] ?? '');
  const editor = await window.showTextDocument(ticket);
  const finding = await found(ticket);
  await commands.executeCommand('workbench.action.closeSidebar');
  await commands.executeCommand('workbench.actions.view.problems');
  await commands.executeCommand('workbench.actions.workbench.panel.markers.view.toggleActiveFile');
  await settled();
  await window.showTextDocument(editor.document);
  editor.selection = new Selection(finding.range.start, finding.range.start);
  await commands.executeCommand('editor.action.quickFix');
  await new Promise(() => setInterval(() => {}, SETTLED_MS));
}

/** The finding about the cause, once it has been published. */
async function found(ticket: Uri) {
  for (let tries = 0; tries < 200; tries++) {
    const all = languages.getDiagnostics(ticket);
    const cause = all.find(({ source, message }) => source === 'docket' && message.includes('问题原因分析'));
    if (cause) return cause;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error('no finding about the cause');
}

function settled(): Promise<void> {
  return new Promise(done => setTimeout(done, SETTLED_MS));
}
