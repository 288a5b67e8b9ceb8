// The language server over its wire, as any editor speaks to it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const TICKET = 'records/ticket/2026/WX-2026-0001.md';
const CONFIG = 'docket: 1\nextends: docket:core\nlanguage: zh-CN\n';
const ticket = (cause: string) =>
  `---\nid: WX-2026-0001\ntype: ticket\nstatus: resolved\n---\n# 登录失败\n\n## 问题原因分析\n\n${cause}\n`;

class Editor {
  readonly folder = mkdtempSync(join(tmpdir(), 'docket-lsp-'));
  readonly shown = new Map<string, Diagnostic[]>();
  statuses: { text: string; severity: string }[] = [];
  problems = 'open';
  #version = 1;
  readonly #server: ChildProcess;
  readonly #wire: ProtocolConnection;

  constructor(files: Readonly<Record<string, string>>) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.#server = spawn(process.execPath, [join(import.meta.dirname, '../server/lsp.ts'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const { stdin, stdout } = this.#server;
    if (!stdin || !stdout) throw new Error('the server has no pipes');
    this.#wire = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  }

  async start(): Promise<void> {
    const wire = this.#wire;
    wire.onNotification(
      PublishDiagnosticsNotification.type,
      ({ uri, diagnostics }) => void this.shown.set(uri, diagnostics),
    );
    wire.onNotification('docket/status', status => void this.statuses.push(status));
    wire.onRequest('workspace/configuration', () => [this.problems]);
    wire.onRequest('client/registerCapability', () => null);
    wire.listen();
    const rootUri = pathToFileURL(this.folder).href;
    const capabilities = {
      workspace: { workspaceFolders: true, configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
    };
    await wire.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri,
      capabilities,
      workspaceFolders: [{ uri: rootUri, name: 'project' }],
    });
    await wire.sendNotification(InitializedNotification.type, {});
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).href;
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  open(path: string, text: string): Promise<void> {
    const textDocument = { uri: this.uri(path), languageId: 'markdown', version: this.#version, text };
    return this.#wire.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  type(path: string, text: string): Promise<void> {
    const textDocument = { uri: this.uri(path), version: ++this.#version };
    return this.#wire.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges: [{ text }],
    });
  }

  close(path: string): Promise<void> {
    return this.#wire.sendNotification(DidCloseTextDocumentNotification.type, {
      textDocument: { uri: this.uri(path) },
    });
  }

  leave(): Promise<void> {
    const removed = [{ uri: pathToFileURL(this.folder).href, name: 'project' }];
    return this.#wire.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event: { added: [], removed } });
  }

  async actions(path: string, only?: string[]): Promise<CodeAction[]> {
    const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
    const context = { diagnostics: [], ...(only && { only }) };
    const answer = await this.#wire.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri(path) },
      range: everywhere,
      context,
    });
    return (answer ?? []) as CodeAction[];
  }

  rulesAt(path: string): string[] {
    return (this.shown.get(this.uri(path)) ?? []).map(({ code }) => String(code));
  }

  async stop(): Promise<void> {
    await this.#wire.sendRequest(ShutdownRequest.type);
    const ended = new Promise(done => this.#server.once('exit', done));
    await this.#wire.sendNotification(ExitNotification.type);
    await ended;
    this.#wire.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

describe('the language server', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  const editing = async (files: Readonly<Record<string, string>>, problems = 'open'): Promise<Editor> => {
    editor = new Editor(files);
    editor.problems = problems;
    await editor.start();
    return editor;
  };
  const cause = 'ticket/cause-required';
  const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 });

  it('says what is wrong in an open document, where, and in the language of the project', async () => {
    await editing({ 'docket.yml': CONFIG, [TICKET]: ticket('') });
    await editor.open(TICKET, ticket(''));
    await eventually(() => editor.rulesAt(TICKET)).toContain(cause);
    const finding = editor.shown.get(editor.uri(TICKET))?.find(({ code }) => code === cause);
    expect(finding).toMatchObject({
      range: { start: { line: 7, character: 3 }, end: { line: 7, character: 9 } },
      severity: 1,
      source: 'docket',
    });
    expect(finding?.message).toContain('问题原因分析');
  });

  it('follows unsaved text, and the file again once the document is closed', async () => {
    await editing({ 'docket.yml': CONFIG, [TICKET]: ticket('') }, 'all');
    await eventually(() => editor.rulesAt(TICKET)).toContain(cause);
    await editor.open(TICKET, ticket(''));
    await editor.type(TICKET, ticket('应用节点的会话缓存占满，验证码写入失败。'));
    await eventually(() => editor.rulesAt(TICKET)).not.toContain(cause);
    await editor.close(TICKET);
    await eventually(() => editor.rulesAt(TICKET)).toContain(cause);
  });

  it('shows only open documents unless asked for more', async () => {
    await editing({ 'docket.yml': CONFIG, [TICKET]: ticket('') });
    await eventually(() => editor.statuses.at(-1)?.severity).toBe('error');
    expect(editor.rulesAt(TICKET)).toEqual([]);
  });

  it('reports a broken configuration on its own lines and keeps the last good one', async () => {
    await editing({ 'docket.yml': CONFIG, [TICKET]: ticket('') }, 'all');
    await eventually(() => editor.rulesAt(TICKET)).toContain(cause);
    await editor.open('docket.yml', CONFIG);
    await editor.type('docket.yml', `${CONFIG}rules: [`);
    await editor.open(TICKET, ticket(''));
    await eventually(() => editor.rulesAt(TICKET)).toContain(cause);
  });

  it('offers the fix of a finding, and all safe ones of a file at once', async () => {
    const text = ticket('').replace('## 问题原因分析', '<!-- docket allow id/duplicate: 旧系统遗留 -->');
    await editing({ 'docket.yml': `${CONFIG}rules: { docket/allowance-unused: warning }\n`, [TICKET]: text });
    await editor.open(TICKET, text);
    await eventually(() => editor.rulesAt(TICKET)).toEqual(expect.arrayContaining([cause, 'docket/allowance-unused']));
    const quick = await editor.actions(TICKET);
    expect(quick.map(({ title }) => title)).toEqual(expect.arrayContaining(['添加章节“问题原因分析”', '删除豁免']));
    const [all, ...more] = await editor.actions(TICKET, ['source.fixAll']);
    expect(more).toEqual([]);
    const edits = all?.edit?.documentChanges?.flatMap(change => ('edits' in change ? change.edits : []));
    expect(edits).toContainEqual({
      newText: '',
      range: { start: { line: 7, character: 0 }, end: { line: 7, character: 41 } },
    });
  });

  it('forgets a folder that leaves the workspace', async () => {
    await editing({ 'docket.yml': CONFIG, [TICKET]: ticket('') }, 'all');
    await eventually(() => editor.rulesAt(TICKET)).toContain(cause);
    await editor.leave();
    await eventually(() => editor.rulesAt(TICKET)).toEqual([]);
  });

  it('leaves a folder without docket.yml alone', async () => {
    await editing({ [TICKET]: ticket('') }, 'all');
    await editor.open(TICKET, ticket(''));
    await new Promise(done => setTimeout(done, 500));
    expect(editor.shown.size).toBe(0);
    expect(editor.statuses).toEqual([]);
  });
});
