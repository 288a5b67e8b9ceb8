/**
 * `npm run bench:make -- S|M|L DIR`: writes a bench repository with its history, two files staged. `T`: the content to trace, of
 * one commit. The same size gives the same repository.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { git } from '../host/git/git.ts';
import { type BenchFile, code, config, document, staff } from './documents.ts';
import { makeTraced } from './makeTraced.ts';
import { type Shape, shapes } from './shapes.ts';

const [size = '', target = ''] = process.argv.slice(2);
const shape = shapes[size];
if ((shape === undefined && size !== 'T') || target === '' || existsSync(path.join(target, '.git'))) {
  console.error('usage: npm run bench:make -- S|M|L|T NEW-FOLDER');
  process.exit(2);
}

if (shape === undefined) makeTraced(target);
else await makeWithHistory(target, shape);

async function makeWithHistory(folder: string, made: Shape): Promise<void> {
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  await importHistory(folder, made);
  git(folder, ['reset', '--quiet', '--hard', 'main']);
  git(folder, ['commit-graph', 'write', '--reachable']);
  stageTwo(folder);
  console.log(
    `${folder}: ${made.documents} documents, ${made.codeFiles} code files, ${made.commits} commits, two files staged`,
  );
}

async function importHistory(folder: string, { documents, codeFiles, commits }: Shape): Promise<void> {
  const child = spawn('git', ['fast-import', '--quiet'], { cwd: folder, stdio: ['pipe', 'inherit', 'inherit'] });
  const write = async (text: string) => {
    if (!child.stdin.write(text)) await once(child.stdin, 'drain');
  };
  await write(commitHead(0, 'all files'));
  await write(inline({ path: 'docket.yml', text: config }));
  for (const person of staff) await write(inline(person));
  for (let n = 0; n < documents; n++) await write(inline(document(n, codeFiles)));
  for (let n = 0; n < codeFiles; n++) await write(inline(code(n)));
  for (let n = 1; n < commits; n++)
    await write(commitHead(n, `change C${n % codeFiles}`) + inline(edited(code(n % codeFiles), n)));
  child.stdin.end('done\n');
  await once(child, 'close');
}

function commitHead(n: number, subject: string): string {
  const who = `A <a@example.invalid> ${1_750_000_000 + n * 600} +0800`;
  const message = `${subject}\n\nRefs: WX-2020-${String((n % 600) + 2).padStart(4, '0')}\n`;
  return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${data(message)}`;
}

function inline({ path: file, text }: BenchFile): string {
  return `M 100644 inline ${file}\n${data(text)}`;
}

function edited(file: BenchFile, n: number): BenchFile {
  return { ...file, text: file.text.replace('value * ', `${n} + value * `) };
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function stageTwo(folder: string): void {
  const staged = ['src/main/java/cn/example/p0/C7.java', document(6, 1_000).path];
  for (const file of staged) {
    const full = path.join(folder, file);
    writeFileSync(
      full,
      readFileSync(full, 'utf8')
        .replace('step3(int value)', 'step3(int other)')
        .replace('登录失败', '登录失败（再次）'),
    );
  }
  git(folder, ['add', ...staged]);
}
