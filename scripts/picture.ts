/**
 * docs/images/check.svg: what `docket check` prints on the sample after three careless edits. Run it again whenever the output
 * changes: the picture is the output, not a drawing of it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { textWidth } from '../engine/session/textWidth.ts';
import { root } from './paths.ts';

const CELL = { width: 8.4, height: 20, margin: 16 };
const COLOURS: Readonly<Record<string, string>> = {
  31: '#f14c4c',
  33: '#e5c07b',
  36: '#29b8db',
  2: '#8a8f98',
  1: '#ffffff',
  4: '#9cdcfe',
};

const folder = path.join(mkdtempSync(path.join(tmpdir(), 'picture-')), 'zzgl');
docket(['sample', 'zzgl', folder]);
edit('records/ticket/2026/WX-2026-0012.md', /## 问题原因分析\n\n[\s\S]*?\n\n##/, '## 问题原因分析\n\n同上\n\n##');
edit('records/data-fix/2026/SJ-2026-001.md', /executed_at: .*/, 'executed_at: "2026-01-19T18:25:00+08:00"');
edit('records/change-approval/2026/BG-2026-0010.md', 'XQ-2026-0004', 'XQ-2026-0014');
const command = 'docket check records/ticket/2026/WX-2026-0012.md records/data-fix records/change-approval';
const output = docket([
  'check',
  ...command.split(' ').slice(2),
  '--as-of',
  '2026-11-22',
  '--color',
  'always',
  '--cwd',
  folder,
]);
writeFileSync(path.join(root, 'docs/images/check.svg'), picture(`\u001b[1m$ ${command}\u001b[22m\n\n${output}`));
rmSync(path.dirname(folder), { recursive: true, force: true });

function docket(args: readonly string[]): string {
  return spawnSync(process.execPath, [path.join(root, 'cli/docket.ts'), ...args], {
    cwd: folder.endsWith('zzgl') && args[0] === 'check' ? folder : root,
    encoding: 'utf8',
  }).stdout;
}

function edit(file: string, from: string | RegExp, to: string): void {
  const full = path.join(folder, file);
  const text = readFileSync(full, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file}: nothing to edit`);
  writeFileSync(full, changed);
}

/** One <text> a run of one colour, at the column where a terminal would put it. */
function picture(text: string): string {
  const lines = text.trimEnd().split('\n');
  const columns = Math.max(...lines.map(line => textWidth(line)));
  const width = Math.ceil(columns * CELL.width + 2 * CELL.margin);
  const height = lines.length * CELL.height + 2 * CELL.margin;
  const body = lines.map((line, n) => drawn(line, CELL.margin + (n + 0.75) * CELL.height)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, Consolas, 'Noto Sans Mono CJK SC', 'WenQuanYi Zen Hei Mono', monospace" font-size="14">\n<rect width="100%" height="100%" rx="8" fill="#1e1e1e"/>\n${body}\n</svg>\n`;
}

function drawn(line: string, y: number): string {
  let column = 0;
  let colour = '#d4d4d4';
  const runs: string[] = [];
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1];
    if (code !== undefined) colour = COLOURS[code] ?? '#d4d4d4';
    else if (part.trim() !== '') runs.push(run(part, column, y, colour));
    if (code === undefined) column += textWidth(part);
  }
  return runs.join('');
}

function run(text: string, column: number, y: number, colour: string): string {
  const x = CELL.margin + (column + textWidth(text) - textWidth(text.trimStart())) * CELL.width;
  const length = textWidth(text.trim()) * CELL.width;
  return `<text x="${x.toFixed(1)}" y="${y}" fill="${colour}" textLength="${length.toFixed(1)}" xml:space="preserve">${text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
}
