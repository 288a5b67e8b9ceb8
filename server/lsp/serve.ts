/**
 * The language server: translation between an editor's wire and `Session`/`Analysis`. Nothing is analysed here.
 *
 * Each folder with a `docket.yml` is a project of its own; a file belongs to the nearest one above it.
 */
import { dirname, join } from 'node:path';
import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { now } from '../../host/clock.ts';
import { diskSource } from '../../host/disk.ts';
import { findRoot } from '../../host/project.ts';
import { fileOf, pathIn, withSmallDrive } from './places.ts';
import { analysisOf, changedOnDisk, closed, edited, type OpenProject, openProject } from './project.ts';
import { type Problems, type Publishing, publishing, type Reader } from './publishing.ts';
import { statusOf } from './status.ts';

interface Served {
  project: OpenProject;
  publishing: Publishing;
}

/** Service levels run by the minute, but nobody needs their editor to. */
const CLOCK_MS = 600_000;

export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const served = new Map<string, Served>();
  let problems: Problems = 'open';

  const reader: Reader = {
    problems: () => problems,
    show: (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
    counted: (project, tally) =>
      void connection.sendNotification('docket/status', statusOf(analysisOf(project), tally)),
  };

  const serveFolder = (root: string): Served => {
    const existing = served.get(root);
    if (existing) return existing;
    const project = openProject(root);
    const added = { project, publishing: publishing(project, reader) };
    served.set(root, added);
    added.publishing.changed();
    return added;
  };

  const servedFor = (uri: string) => {
    const file = fileOf(uri);
    const root = file && findRoot(dirname(file));
    if (!file || !root) return undefined;
    const owner = serveFolder(root);
    const path = pathIn(root, file);
    const belongs = path !== undefined && analysisOf(owner.project).project().exists(path);
    return belongs ? { ...owner, path } : undefined;
  };

  let folders: string[] = [];
  connection.onInitialize((asked: InitializeParams) => {
    folders = (asked.workspaceFolders ?? []).map(({ uri }) => fileOf(uri)).filter(folder => folder !== undefined);
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'docket' },
    };
  });

  connection.onInitialized(async () => {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'docket' });
    problems = await askProblems(connection);
    for (const folder of folders.flatMap(projectsIn)) serveFolder(withSmallDrive(folder));
  });

  connection.onDidChangeConfiguration(async () => {
    problems = await askProblems(connection);
    for (const { publishing } of served.values()) publishing.changed();
  });

  // A file made a moment ago may be opened before the watcher tells of it.
  documents.onDidOpen(({ document }) => {
    const file = fileOf(document.uri);
    const root = file && findRoot(dirname(file));
    if (file && root) changedOnDisk(serveFolder(root).project, [file]);
  });

  documents.onDidChangeContent(({ document }) => {
    const found = servedFor(document.uri);
    if (!found) return;
    edited(found.project, found.path, document.getText());
    found.publishing.changed(found.path);
  });

  documents.onDidClose(({ document }) => {
    const found = servedFor(document.uri);
    if (!found) return;
    closed(found.project, found.path);
    found.publishing.changed(found.path);
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const files = changes.map(({ uri }) => fileOf(uri)).filter(file => file !== undefined);
    for (const file of files) if (file.endsWith('docket.yml')) projectAppeared(file);
    for (const { project, publishing } of served.values()) {
      changedOnDisk(project, files);
      publishing.changed();
    }
  });

  const projectAppeared = (file: string): void => {
    const root = findRoot(dirname(file));
    if (root) serveFolder(root);
  };

  const clock = setInterval(() => {
    for (const { project, publishing } of served.values()) {
      project.session.at(now());
      publishing.changed();
    }
  }, CLOCK_MS);
  clock.unref();

  connection.onShutdown(() => {
    clearInterval(clock);
    for (const { publishing } of served.values()) publishing.stop();
  });
  documents.listen(connection);
  connection.listen();
}

async function askProblems(connection: Connection): Promise<Problems> {
  const asked: unknown = await connection.workspace.getConfiguration('docket.problems');
  return asked === 'changed' || asked === 'all' ? asked : 'open';
}

/** The folder itself where it is a project, else the projects below it. */
function projectsIn(folder: string): readonly string[] {
  if (findRoot(folder) === folder) return [folder];
  const paths = diskSource(folder)
    .list()
    .filter(path => path.endsWith('/docket.yml'));
  return paths.map(path => join(folder, dirname(path)));
}
