/**
 * The language server: translation between an editor's wire and `Session`/`Analysis`. Nothing is analysed here.
 */
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { GrammarUnreadable } from '../../engine/session/languages.ts';
import { now } from '../../host/clock.ts';
import { reasonOf } from '../../host/hostError.ts';
import { openAnalysis, changedOnDisk, closed, edited } from '../open/openedProject.ts';
import { type Projects, projectsFor } from '../open/openedProjects.ts';
import type { Problems } from '../open/publishing.ts';
import { actionsAt, FIX_ALL } from './actions.ts';
import { fileOf } from './places.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { statusOf } from './status.ts';
import { STEP } from './steps.ts';

/** Answers a language client on this connection until it ends. */
export function serve(connection: Connection): void {
  let problems: Problems = 'open';
  const projects = projectsFor({
    problems: () => problems,
    show: (project, path, findings) => void connection.sendDiagnostics(diagnosticsOf(project, path, findings)),
    failed: error => void connection.window.showErrorMessage(failureOf(error)),
    counted: (project, tally) =>
      void connection.sendNotification('docket/status', statusOf(openAnalysis(project), tally)),
  });
  const askProblems = async (): Promise<void> => {
    const asked: unknown = await connection.workspace.getConfiguration('docket.problems');
    problems = asked === 'changed' || asked === 'all' ? asked : 'open';
  };

  let folders: string[] = [];
  connection.onInitialize(({ workspaceFolders }) => {
    folders = filesOf(workspaceFolders ?? []);
    return CAPABILITIES;
  });
  connection.onInitialized(async () => {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'docket' });
    await askProblems();
    for (const folder of folders) projects.openFolder(folder);
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const folder of filesOf(removed)) projects.closeFolder(folder);
      for (const folder of filesOf(added)) projects.openFolder(folder);
    });
  });
  connection.onDidChangeConfiguration(async () => {
    await askProblems();
    publishAll(projects);
  });
  listenToTexts(connection, projects);
  listenToFiles(connection, projects);
  connection.onCodeAction(({ textDocument, range, context }) => {
    const found = holding(projects, textDocument.uri);
    return found ? actionsAt(found.project, found.path, range, context.only) : [];
  });
  const clock = followTheClock(projects);
  connection.onShutdown(() => {
    clearInterval(clock);
    for (const { publishing } of projects.all.values()) publishing.stop();
  });
  connection.listen();
}

/** In both languages: which one is spoken is told by the project that could not be read. */
function failureOf(error: unknown): string {
  return error instanceof GrammarUnreadable ? `${error.says.zh} ${error.says.en}` : reasonOf(error);
}

const CAPABILITIES: InitializeResult = {
  capabilities: {
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, STEP, FIX_ALL] },
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
  serverInfo: { name: 'docket' },
};

function listenToTexts(connection: Connection, projects: Projects): void {
  const documents = new TextDocuments(TextDocument);
  documents.onDidOpen(({ document }) => {
    const file = fileOf(document.uri);
    if (file !== undefined) projects.meet(file);
  });
  documents.onDidChangeContent(({ document }) => {
    const found = holding(projects, document.uri);
    if (!found) return;
    edited(found.project, found.path, document.getText());
    found.publishing.changed(found.path);
  });
  documents.onDidClose(({ document }) => {
    const found = holding(projects, document.uri);
    if (!found) return;
    closed(found.project, found.path);
    found.publishing.changed(found.path);
  });
  documents.listen(connection);
}

function listenToFiles(connection: Connection, projects: Projects): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const files = filesOf(changes);
    for (const file of files) if (/[\\/]docket\.yml$/.test(file)) projects.above(file);
    for (const { project, publishing } of projects.all.values()) {
      if (changedOnDisk(project, files)) publishing.changed();
    }
  });
}

/** Service levels run by the minute; the editor is updated less often. */
const CLOCK_MS = 600_000;

function followTheClock(projects: Projects): NodeJS.Timeout {
  return setInterval(() => {
    for (const { project } of projects.all.values()) project.session.at(now());
    publishAll(projects);
  }, CLOCK_MS).unref();
}

function publishAll(projects: Projects): void {
  for (const { publishing } of projects.all.values()) publishing.changed();
}

/** Of a text in the editor, its project and its path there. */
function holding(projects: Projects, uri: string): ReturnType<Projects['holding']> {
  const file = fileOf(uri);
  return file === undefined ? undefined : projects.holding(file);
}

function filesOf(addressed: readonly { readonly uri: string }[]): string[] {
  return addressed.map(({ uri }) => fileOf(uri)).filter(file => file !== undefined);
}
