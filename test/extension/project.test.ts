// A project in a real editor: what is wrong is underlined where it is wrong, also before it is saved.
import * as assert from 'node:assert';
import { suite, suiteSetup, test } from 'mocha';
import {
  type CodeAction,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  extensions,
  languages,
  Range,
  TabInputWebview,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';

const TICKET = 'records/ticket/2026/WX-2026-0001.md';
const HEADING = '## 问题原因分析';
const RULE = 'ticket/cause-required';
const encoder = new TextEncoder();

const uriIn = (path: string): Uri => {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return Uri.joinPath(folder.uri, path);
};
const ours = (uri: Uri): Diagnostic[] =>
  languages.getDiagnostics(uri).filter(({ source, code }) => source === 'docket' && pageOf(code)?.value === RULE);
const pageOf = (code: Diagnostic['code']) => (typeof code === 'object' ? code : undefined);

async function until<T>(what: string, look: () => T | undefined | false | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + 20_000; ; ) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise(done => setTimeout(done, 50));
  }
}
const found = (uri: Uri) => until(`a finding in ${uri.path}`, () => ours(uri)[0]);
const none = (uri: Uri) => until(`no finding in ${uri.path}`, () => ours(uri).length === 0);

async function write(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
  assert.ok(await workspace.applyEdit(edit));
}

suite('a project', () => {
  let ticket: TextDocument;

  suiteSetup(async () => {
    ticket = await workspace.openTextDocument(uriIn(TICKET));
    await window.showTextDocument(ticket);
  });

  test('wakes the extension by its docket.yml', async () => {
    const docket = extensions.getExtension('docket.docket');
    assert.ok(docket);
    console.log(`[test]     from ${docket.extensionPath.includes('extensions') ? 'the .vsix' : 'the clone'}`);
    await until('activation', () => docket.isActive);
  });

  test('shows the finding at its place', async () => {
    const finding = await found(ticket.uri);
    assert.strictEqual(ticket.getText(finding.range), '问题原因分析');
    assert.strictEqual(finding.severity, DiagnosticSeverity.Error);
    assert.match(finding.message, /^WX-2026-0001 .*问题原因分析/);
    assert.strictEqual(ours(ticket.uri).length, 1);
  });

  test('leads from the finding to the page of its rule', async () => {
    const { target } = pageOf((await found(ticket.uri)).code) ?? {};
    assert.strictEqual(target?.scheme, 'command');
    await commands.executeCommand(target.path, ...JSON.parse(target.query));
    const page = await until('the page', () =>
      window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes('ticket-cause-required.md')),
    );
    assert.ok(page.input instanceof TabInputWebview);
    await window.tabGroups.close(page);
    await window.showTextDocument(ticket);
  });

  test('counts what is typed and not saved', async () => {
    const saved = ticket.getText();
    await write(ticket, saved.replace(HEADING, `${HEADING}\n\n应用节点的会话缓存占满，验证码图片写入失败。`));
    await none(ticket.uri);
    assert.ok(ticket.isDirty);
    await write(ticket, saved);
    await found(ticket.uri);
  });

  test('repairs what a finding offers to repair', async () => {
    const saved = ticket.getText();
    await write(ticket, saved.replace(`${HEADING}\n\n`, ''));
    const finding = await until('the missing section', () =>
      ours(ticket.uri).find(({ range }) => ticket.getText(range) === 'WX-2026-0001'),
    );
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      ticket.uri,
      finding.range,
      'quickfix',
    );
    const fix = actions.find(({ title }) => title === '添加章节“问题原因分析”');
    assert.ok(fix?.edit, `offered: ${actions.map(({ title }) => title)}`);
    assert.ok(await workspace.applyEdit(fix.edit));
    assert.ok(ticket.getText().includes(`\n${HEADING}\n`));
    await write(
      ticket,
      ticket.getText().replace(HEADING, `${HEADING}\n\n应用节点的会话缓存占满，验证码图片写入失败。`),
    );
    await none(ticket.uri);
    await write(ticket, saved);
    await found(ticket.uri);
  });

  test('takes the record to its next state, from the line of its state', async () => {
    const saved = ticket.getText();
    const line = saved.slice(0, saved.indexOf('status:')).split('\n').length - 1;
    const range = ticket.lineAt(line).range;
    const step = await until('a step', async () => {
      const steps = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        ticket.uri,
        range,
        'refactor',
      );
      return steps.find(({ title }) => title.startsWith('推进到“已反馈”'));
    });
    assert.ok(step.edit && (await workspace.applyEdit(step.edit)));
    assert.match(ticket.getText(), /\nstatus: fed_back\n[^]*\nfeedback_at: "20\d\d-.*\nfeedback_channel: phone\n/);
    await write(ticket, saved);
    await found(ticket.uri);
  });

  test('sees a file that another program writes, and its end', async () => {
    await workspace.getConfiguration('docket').update('problems', 'all');
    const other = uriIn('records/ticket/2026/WX-2026-0002.md');
    await workspace.fs.writeFile(other, encoder.encode(ticket.getText().replaceAll('WX-2026-0001', 'WX-2026-0002')));
    await found(other);
    await workspace.fs.delete(other);
    await none(other);
    await workspace.getConfiguration('docket').update('problems', undefined);
    assert.strictEqual(ours(ticket.uri).length, 1);
  });

  test('restarts on command', async () => {
    await commands.executeCommand('docket.restart');
    await found(ticket.uri);
  });
});
