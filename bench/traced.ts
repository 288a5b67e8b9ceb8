/**
 * Content to trace, in two formats: 10,000 requirements, 10,000 units, 20,000 tags in 2,000 Java files. Docket's is a repository;
 * the other one is what OpenFastTrace reads, the same items and tags in its Markdown and its tags.
 */
import { type BenchFile, moduleOf, prose, technical } from './documents.ts';

const MODULES = 200;
/** Requirements, and units, of a module. */
const ITEMS = 50;
const FILES = 2_000;
/** Tags, each in a method of its own, of a file. Half name units, half requirements; each item is named once. */
const TAGS = 10;

interface Traced {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A format: how one document and one comment are written. */
interface Form {
  readonly requirements: (module: number, items: readonly Traced[]) => BenchFile;
  readonly units: (module: number, items: readonly Traced[]) => BenchFile;
  readonly tag: (id: string) => string;
}

const docket: Form = {
  requirements: (module, items) => technical(module, 'srs', 'SRS', items.map(headed)),
  units: (module, items) => technical(module, 'lld', 'LLD', items.map(headed)),
  tag: id => `@implements ${id}`,
};

const openFastTrace: Form = {
  requirements: (module, items) => specification(module, 'SRS', 'req', items),
  units: (module, items) => specification(module, 'LLD', 'dsn', items),
  tag: id => `[impl->${id.startsWith('REQ') ? 'req' : 'dsn'}~${id}~1]`,
};

export const forms = { docket, openFastTrace };

export function* tracedContent({ requirements, units, tag }: Form): Iterable<BenchFile> {
  for (let module = 0; module < MODULES; module++) {
    yield requirements(module, itemsOf(module, requirementId, '需求'));
    yield units(module, itemsOf(module, unitId, '单元'));
  }
  for (let n = 0; n < FILES; n++) yield javaFile(n, tag);
}

function itemsOf(module: number, idOf: (n: number) => string, word: string): readonly Traced[] {
  return Array.from({ length: ITEMS }, (_, k) => ({
    id: idOf(module * ITEMS + k),
    title: `${word} ${k + 1}`,
    text: prose(module + k, 160),
  }));
}

/** Of item number n of the whole content. */
function requirementId(n: number): string {
  return `REQ-${moduleOf(Math.floor(n / ITEMS))}-${String((n % ITEMS) + 1).padStart(3, '0')}`;
}

function unitId(n: number): string {
  return `LD-${moduleOf(Math.floor(n / ITEMS))}-${String((n % ITEMS) + 1).padStart(2, '0')}`;
}

function headed({ id, title, text }: Traced): string {
  return `### ${id} ${title}\n\n- 状态：active\n\n${text}\n`;
}

function specification(module: number, suffix: string, sort: 'req' | 'dsn', items: readonly Traced[]): BenchFile {
  const written = items.map(({ id, title, text }) => `### ${title}\n\`${sort}~${id}~1\`\n\n${text}\n\nNeeds: impl\n`);
  const name = moduleOf(module);
  return { path: `docs/${name}/${name}-${suffix}.md`, text: `# 模块 ${module}\n\n${written.join('\n')}` };
}

function javaFile(n: number, tag: Form['tag']): BenchFile {
  const methods = Array.from({ length: TAGS }, (_, k) => {
    const item = n * (TAGS / 2) + Math.floor(k / 2);
    const id = k % 2 === 0 ? unitId(item) : requirementId(item);
    return `  // ${tag(id)}\n  public int step${k}(int value) {\n    return value * ${n + k} + ${k};\n  }\n`;
  });
  const folder = `p${Math.floor(n / 100)}`;
  return {
    path: `src/main/java/cn/example/${folder}/C${n}.java`,
    text: `package cn.example.${folder};\n\npublic class C${n} {\n${methods.join('\n')}}\n`,
  };
}
