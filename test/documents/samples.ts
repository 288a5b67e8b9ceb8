/** Every Markdown file of the sample contract. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve(import.meta.dirname, '../../samples/zzgl/files');

export const sampleDocuments: readonly (readonly [file: string, text: string])[] = readdirSync(FOLDER, {
  recursive: true,
  encoding: 'utf8',
})
  .filter(file => file.endsWith('.md'))
  .sort()
  .map(file => [file, readFileSync(path.join(FOLDER, file), 'utf8')]);
