/**
 * `npm run bench:server -- DIR`: what a person waits for after opening a document in an editor: from the start of the server to the
 * first findings of that document, and to those that need the whole project.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { document } from './documents.ts';

const [folder = '', server = 'dist/server.js'] = process.argv.slice(2);
const root = path.resolve(folder);
const opened = path.join(root, document(6, 100).path);
const uri = pathToFileURL(opened).href;

const began = performance.now();
const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [server, '--stdio'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const wire = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
const answers: number[] = [];
const whole = new Promise<number>(done => wire.onNotification('docket/status', () => done(elapsed())));
wire.onNotification('textDocument/publishDiagnostics', (shown: { readonly uri: string }) => {
  if (shown.uri === uri) answers.push(elapsed());
});
wire.onRequest('workspace/configuration', () => ['open']);
wire.onRequest('client/registerCapability', () => null);
wire.listen();
await wire.sendRequest('initialize', {
  processId: process.pid,
  rootUri: pathToFileURL(root).href,
  capabilities: { workspace: { workspaceFolders: true, configuration: true } },
  workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'bench' }],
});
const ready = elapsed();
await wire.sendNotification('initialized', {});
// A document with a fault of its own, so that there is something to say at once.
const text = readFileSync(opened, 'utf8').replace(/^title: .*$/m, 'titel: x');
await wire.sendNotification('textDocument/didOpen', {
  textDocument: { uri, languageId: 'markdown', version: 1, text },
});
const all = await whole;

console.log('| from the start of the server | ms |\n|---|--:|');
console.log(`| it answers | ${ready.toFixed(0)} |`);
console.log(`| first findings of the open document | ${answers[0]?.toFixed(0) ?? 'none'} |`);
console.log(`| its findings with those of the whole project | ${answers.at(-1)?.toFixed(0) ?? 'none'} |`);
console.log(`| everything counted | ${all.toFixed(0)} |`);
await wire.sendRequest('shutdown');
await wire.sendNotification('exit');

function elapsed(): number {
  return performance.now() - began;
}
