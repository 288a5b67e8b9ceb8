/**
 * A first detailed design: one unit for each package of the program, with the files it covers. It says where the code is and
 * nothing about what it does; a person who knows writes that.
 */
import type { Path } from '../../engine/base/text.ts';
import type { Language } from '../../engine/base/words.ts';
import { frontmatterText } from '../../engine/writing/frontmatter.ts';

interface Skeleton {
  readonly path: string;
  readonly text: string;
  readonly units: number;
}

/**
 * The documents of `init --skeleton`: one design unit for each folder of the program, requirements and design above
 * them.
 */
export function skeletonOf(
  system: string,
  program: readonly Path[],
  today: string,
  language: Language,
  author: string | undefined,
): Skeleton {
  const units = unitsOf(program);
  const head = frontmatterText([
    ['id', `${system}-LLD`],
    ['type', 'lld'],
    ['status', 'draft'],
    ['system', system],
    ['created', today],
    author === undefined ? { key: 'author', ask: 'RY-001' } : ['author', author],
    ['version', 'V0.1'],
    ['template_profile', 'custom'],
  ]);
  const title = language === 'zh' ? `# ${system} 详细设计说明书` : `# ${system} detailed design`;
  const text = [head.trimEnd(), title, ...units.map(unit => unitText(unit, language))].join('\n\n');
  return { path: `docs/${system}-LLD.md`, text: `${text}\n`, units: units.length };
}

interface Unit {
  readonly id: string;
  readonly folder: string;
  readonly files: number;
}

/** Folders that hold files of the program themselves, each a package. Numbered within the module that holds them. */
function unitsOf(program: readonly Path[]): readonly Unit[] {
  const packages = Map.groupBy(
    program.filter(path => path.includes('/')),
    path => path.slice(0, path.lastIndexOf('/')),
  );
  const numbers = new Map<string, number>();
  return [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, files]) => {
      const group = groupOf(folder);
      const number = (numbers.get(group) ?? 0) + 1;
      numbers.set(group, number);
      // Two digits a group: a module of more than ninety-nine packages goes on under a name of its own.
      const name = number > 99 ? `${group}${Math.floor((number - 1) / 99) + 1}` : group;
      return { id: `LD-${name}-${String(((number - 1) % 99) + 1).padStart(2, '0')}`, folder, files: files.length };
    });
}

const LAYOUT = new Set([
  'src',
  'main',
  'java',
  'kotlin',
  'resources',
  'webapp',
  'static',
  'templates',
  'com',
  'org',
  'cn',
  'net',
  'io',
  'me',
  'lib',
  'app',
  'pkg',
  'packages',
]);

/** The first folder that names something: a module, a package. */
function groupOf(folder: string): string {
  const name = folder.split('/').find(part => part !== '' && !LAYOUT.has(part)) ?? 'main';
  const letters = name
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^\d+/, '');
  return letters === '' ? 'MAIN' : letters.slice(0, 12);
}

function unitText({ id, folder, files }: Unit, language: Language): string {
  const [code, status, hint] =
    language === 'zh'
      ? ['- 代码：', `未评审，${files} 个文件`, '【写明本单元做什么、对外提供什么、依赖什么】']
      : ['- Code: ', `Not reviewed; ${files} files`, '【State what this unit does, offers and needs】'];
  return `## ${id} ${folder}\n\n${code}${folder}/*\n\n${hint}\n\n<!-- ${status} -->`;
}
