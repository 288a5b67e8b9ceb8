import { type ExtensionContext, env, workspace } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { withPage } from './explain.ts';

/** The language client: it starts the server in a process of its own when it is started. */
export function newClient(context: ExtensionContext): LanguageClient {
  return new LanguageClient('docket', 'Docket', serverOptions(context), {
    // Every file: a document, the configuration, and the code whose change a document follows.
    documentSelector: [{ scheme: 'file' }],
    // VS Code watches once for all extensions and coalesces; the server starts no watcher of its own.
    synchronize: { fileEvents: workspace.createFileSystemWatcher('**/*') },
    initializationOptions: { language: env.language },
    diagnosticCollectionName: 'docket',
    middleware: { handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withPage)) },
  });
}

function serverOptions(context: ExtensionContext): ServerOptions {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6009'] } } };
}
