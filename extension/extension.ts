// The VS Code client: starts the language server in a process of its own and shows what it says.
// Invariant: no document is read and nothing is analysed here; what an editor shows, every other face shows too.
import { type ExtensionContext, commands } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { newClient } from './client.ts';
import { registerExplain } from './explain.ts';
import { showStatus } from './status.ts';

let client: LanguageClient | undefined;

/** VS Code calls this when a workspace holds a docket.yml. */
export async function activate(context: ExtensionContext): Promise<void> {
  client = newClient(context);
  context.subscriptions.push(
    client,
    showStatus(client),
    registerExplain(context.extensionUri),
    commands.registerCommand('docket.restart', () => client?.restart()),
    commands.registerCommand('docket.showOutput', () => client?.outputChannel.show()),
  );
  await client.start();
}

/** VS Code calls this when the extension stops. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
