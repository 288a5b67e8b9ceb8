// A workspace without docket.yml: Docket must cost nothing.
import * as assert from 'node:assert';
import { suite, test } from 'mocha';
import { commands, env, extensions, window, workspace } from 'vscode';

const docket = () => {
  const found = extensions.getExtension('docket.docket');
  assert.ok(found, 'the extension is installed');
  return found;
};

interface Command {
  /** A translated title keeps its original beside it. */
  title: string | { value: string; original: string };
}

suite('a workspace without docket.yml', () => {
  test('leaves the extension asleep, also when Markdown is opened', async () => {
    const [file] = await workspace.findFiles('**/*.md');
    assert.ok(file);
    await window.showTextDocument(file);
    await new Promise(done => setTimeout(done, 2000));
    assert.strictEqual(docket().isActive, false);
  });

  test('offers its commands in the language of the editor', async () => {
    const titles = docket().packageJSON.contributes.commands.map(({ title }: Command) =>
      typeof title === 'string' ? title : title.value,
    );
    assert.strictEqual(env.language, 'zh-cn');
    assert.deepStrictEqual(titles, ['说明此问题的规则', '重新启动', '查看输出日志']);
    const all = await commands.getCommands(true);
    assert.ok(!all.includes('docket.restart'), 'not registered before activation');
  });
});
