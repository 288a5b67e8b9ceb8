// The language server over its wire, as any editor speaks to it.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  FileChangeType,
  type FileEvent,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { baselineOf, printBaseline } from '../engine/rules/runner/baseline.ts';
import { openProject } from '../host/project/openProject.ts';
import { DOCKET } from './program.ts';

const TICKET = 'records/ticket/2026/WX-2026-0001.md';
const CONFIG = 'docket: 1\nextends: docket:core\nlanguage: zh-CN\n';
const ticket = (cause: string) =>
  `---\nid: WX-2026-0001\ntype: ticket\nstatus: resolved\n---\n# 登录失败\n\n## 问题原因分析\n\n${cause}\n`;

const STAFF = `---
id: RY-001
type: staff
name: 张三
line: "1"
onsite: true
git_emails: [zhang@example.com]
---
# 张三
`;
const REGISTERED = `---
id: WX-2026-0001
type: ticket
title: 登录失败
status: registered
system: ZZGL
created: 2026-05-12
author: RY-001
kind: fault
severity: P3
channel: phone
reporter: { org: 东阳区住房和城乡建设局 }
reported_at: "2026-05-12T09:10:00+08:00"
---
# 登录失败

## 问题描述

用户反映登录页面不显示验证码图片。
`;

class Editor {
  readonly folder = mkdtempSync(join(tmpdir(), 'docket-lsp-'));
  readonly shown = new Map<string, Diagnostic[]>();
  /** Everything that was published, in order. */
  readonly heard: { uri: string; diagnostics: Diagnostic[] }[] = [];
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
    wire.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      this.shown.set(uri, diagnostics);
      this.heard.push({ uri, diagnostics });
    });
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

  async actions(path: string, only?: string[], line?: number): Promise<CodeAction[]> {
    const range = { start: { line: line ?? 0, character: 0 }, end: { line: line ?? 999, character: 0 } };
    const context = { diagnostics: [], ...(only && { only }) };
    const answer = await this.#wire.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: this.uri(path) },
      range,
      context,
    });
    return (answer ?? []) as CodeAction[];
  }

  /** The text of a file once an action is carried out. */
  after(action: CodeAction | undefined, path: string, text: string): string {
    const changes = action?.edit?.documentChanges?.filter(change => 'edits' in change) ?? [];
    const edits = changes
      .filter(({ textDocument }) => textDocument.uri === this.uri(path))
      .flatMap(change => change.edits);
    return TextDocument.applyEdits(
      TextDocument.create('', '', 0, text),
      edits.filter(edit => 'newText' in edit),
    );
  }

  /** Tells the server what a watcher of files would. */
  wrote(path: string): Promise<void> {
    const changes: FileEvent[] = [{ uri: this.uri(path), type: FileChangeType.Changed }];
    return this.#wire.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
  }

  git(...args: string[]): void {
    execFileSync('git', args, { cwd: this.folder });
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
    expect(editor.after(all, TICKET, text)).not.toContain('docket allow');
  });

  it('fixes all of a file as the command line does, and leaves nothing of it behind until the editor has', async () => {
    const text = ticket('应用节点的会话缓存占满。').replace('status: resolved', '状态: 已解决').replace('id:', '编号:');
    await editing({ 'docket.yml': `${CONFIG}rules: { doc/alias-key: info }\n`, [TICKET]: text });
    await editor.open(TICKET, text);
    await eventually(() => editor.rulesAt(TICKET)).toContain('doc/alias-key');
    const [all] = await editor.actions(TICKET, ['source.fixAll.docket']);
    const mended = editor.after(all, TICKET, text);
    expect(mended).toMatch(/^---\nid: WX-2026-0001\ntype: ticket\nstatus: /);
    expect(await editor.actions(TICKET, ['source.fixAll.docket'])).toEqual([all]);
    execFileSync(process.execPath, [DOCKET, 'fix', '--cwd', editor.folder]);
    expect(readFileSync(join(editor.folder, TICKET), 'utf8')).toBe(mended);
    await editor.type(TICKET, mended);
    expect(await editor.actions(TICKET, ['source.fixAll.docket'])).toEqual([]);
  });

  it('keeps quiet about what the baseline holds, and follows the baseline', async () => {
    await editing({ 'docket.yml': CONFIG, [TICKET]: ticket('') });
    const findings = openProject(editor.folder)
      .session.analysis()
      .findings({ scope: 'project', beyondBaseline: false });
    await editor.open(TICKET, ticket(''));
    await eventually(() => editor.rulesAt(TICKET)).toContain(cause);
    editor.write('.docket-baseline.json', printBaseline(baselineOf(findings)));
    await editor.wrote('.docket-baseline.json');
    await eventually(() => editor.rulesAt(TICKET)).toEqual([]);
    editor.write('.docket-baseline.json', 'half a bas');
    await editor.wrote('.docket-baseline.json');
    await eventually(() => editor.statuses.at(-1)?.text).toContain('.docket-baseline.json');
    expect(editor.rulesAt(TICKET)).toContain(cause);
  });

  it('sees a repository that is made and a tag that is set', async () => {
    const record = 'records/deployment/2026/BS-2026-001.md';
    const text = '---\nstatus: success\nrelease_tag: v1\n---\n# 上线\n';
    await editing({ 'docket.yml': `${CONFIG}rules: { deployment/tag-exists: warning }\n`, [record]: text });
    editor.git('init', '-q');
    editor.git('add', '-A');
    editor.git('-c', 'user.name=x', '-c', 'user.email=x@example.invalid', 'commit', '-q', '-m', 'x');
    await editor.wrote('.git/HEAD');
    await editor.open(record, text);
    await eventually(() => editor.rulesAt(record)).toContain('deployment/tag-exists');
    editor.git('tag', 'v1');
    await editor.wrote('.git/refs/tags/v1');
    await eventually(() => editor.rulesAt(record)).not.toContain('deployment/tag-exists');
  });

  it('takes a ticket from state to state until it is closed, with three typed values', async () => {
    let text = REGISTERED;
    await editing({ 'docket.yml': CONFIG, [TICKET]: text, 'people/RY-001.md': STAFF });
    editor.git('init', '-q');
    editor.git('config', 'user.email', 'zhang@example.com');
    await editor.open(TICKET, text);
    await eventually(() => editor.statuses.length).toBeGreaterThan(0);
    const toType: string[] = [];
    for (const state of ['已受理', '处理中', '已解决', '已反馈', '已关闭']) {
      const steps = await editor.actions(TICKET, ['refactor'], 4);
      const step = steps.find(({ title }) => title.startsWith(`推进到“${state}”`));
      expect(step, `offered: ${steps.map(({ title }) => title)}`).toBeDefined();
      const wanted = step?.title.split('，待填：')[1]?.split('、') ?? [];
      toType.push(...wanted);
      text = editor.after(step, TICKET, text);
      // What a person types.
      if (wanted.length > 0) text = text.replace('\n---\n#', '\ncause_category: program_defect\n---\n#');
      text = text.replaceAll(/【.+】/g, '会话缓存占满，验证码图片写入失败；清理后恢复。');
      await editor.type(TICKET, text);
    }
    expect(toType).toEqual(['原因分类', '问题原因分析', '解决方案说明']);
    expect(text).toContain('status: closed\n');
    expect(text).toContain('accepted_by: RY-001\n');
    expect(text).toMatch(/\n\n## 问题原因分析\n\n会话.+\n\n## 解决方案说明\n\n会话.+\n$/);
    expect(await editor.actions(TICKET, ['refactor'], 20)).toEqual([]);
  });

  it('answers the open document first, and never by half an index', async () => {
    const others = Array.from({ length: 400 }, (_, n) => `WX-2026-${String(n + 2).padStart(4, '0')}`);
    const files = others.map(id => [`records/ticket/2026/${id}.md`, ticket('缓存占满。').replace('WX-2026-0001', id)]);
    const text = ticket('').replace('# 登录失败', '# 登录失败\n\n参见 [[WX-2026-0400]] 与 [[WX-2026-0999]]。');
    await editing({ 'docket.yml': CONFIG, [TICKET]: text, ...Object.fromEntries(files) });
    await editor.open(TICKET, text);
    await eventually(() => editor.rulesAt(TICKET)).toContain('ref/broken');
    const heard = editor.heard.filter(({ uri }) => uri === editor.uri(TICKET)).map(({ diagnostics }) => diagnostics);
    expect(heard[0]?.map(({ code }) => code)).toContain(cause);
    expect(heard[0]?.map(({ code }) => code)).not.toContain('ref/broken');
    expect(JSON.stringify(heard)).not.toContain('WX-2026-0400');
    expect(editor.statuses).toEqual([]);
    await eventually(() => editor.statuses.length).toBe(1);
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
