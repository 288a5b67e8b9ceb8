/** Which files are code, and which group of `docket.yml` each belongs to: first match wins, as it will when they are checked. */
import type { Path } from '../../engine/base/text.ts';

/** What `init` finds out about the code of a repository. */
export interface CodeFacts {
  /** All that is code of one group or another. */
  readonly files: readonly Path[];
  readonly groups: readonly CodeGroupFound[];
  /** Languages by number of files, the most used first. */
  readonly languages: readonly (readonly [language: string, files: number])[];
  /** Files that people wrote and that run: what design units describe. Pages and their dress come along with them. */
  readonly program: readonly Path[];
}

/** Files of one sort, as a group of `code:` in docket.yml. */
export interface CodeGroupFound {
  readonly kind: 'generated' | 'test' | 'script' | 'ops' | 'program';
  readonly include: readonly string[];
  readonly files: number;
  readonly dialect?: string;
  /** Scripts that were carried out before anybody kept approvals of them. */
  readonly exclude?: readonly string[];
}

const LANGUAGES: Readonly<Record<string, string>> = {
  java: 'Java',
  kt: 'Kotlin',
  scala: 'Scala',
  groovy: 'Groovy',
  go: 'Go',
  rs: 'Rust',
  c: 'C',
  h: 'C',
  cc: 'C++',
  cpp: 'C++',
  hpp: 'C++',
  cs: 'C#',
  py: 'Python',
  rb: 'Ruby',
  php: 'PHP',
  js: 'JavaScript',
  mjs: 'JavaScript',
  cjs: 'JavaScript',
  jsx: 'JavaScript',
  ts: 'TypeScript',
  tsx: 'TypeScript',
  vue: 'Vue',
  svelte: 'Svelte',
  html: 'HTML',
  jsp: 'JSP',
  ftl: 'FreeMarker',
  vm: 'Velocity',
  css: 'CSS',
  scss: 'CSS',
  less: 'CSS',
  xml: 'XML',
  sh: 'Shell',
  bat: 'Batch',
  ps1: 'PowerShell',
  sql: 'SQL',
  pas: 'Delphi',
  vb: 'Visual Basic',
  pb: 'PowerBuilder',
  swift: 'Swift',
  dart: 'Dart',
};

/** Languages that hold behaviour; the others only come along in a folder of theirs. */
const DRESSING = new Set(['HTML', 'CSS', 'XML', 'Velocity', 'FreeMarker', 'JSP']);

const GENERATED: readonly (readonly [pattern: RegExp, glob: string])[] = [
  [/(^|\/)(vendor|third_party|node_modules)\//, '**/{vendor,third_party,node_modules}/**'],
  [/(^|\/)(target|dist|build\/generated)\//, '**/{target,dist,build/generated}/**'],
  [/\.min\.(js|css)$/, '**/*.min.{js,css}'],
  [/(^|\/)zz_generated[^/]*$|\.pb\.go$|_generated\.[a-z]+$/, '**/{zz_generated*,*.pb.go,*_generated.*}'],
  [/\/static\/(ajax\/libs|plugins?|libs?)\//, '**/static/{ajax/libs,plugin,plugins,lib,libs}/**'],
];

const TESTS: readonly (readonly [pattern: RegExp, glob: string])[] = [
  [/(^|\/)src\/test\//, '**/src/test/**'],
  [/_test\.go$/, '**/*_test.go'],
  [/\.(test|spec)\.[cm]?[jt]sx?$/, '**/*.{test,spec}.*'],
  [/(^|\/)(tests?|__tests__|spec)\//, '**/{test,tests,__tests__,spec}/**'],
];

const OPS: readonly (readonly [pattern: RegExp, glob: string])[] = [
  [/(^|\/)(ops|deploy|deployment|k8s|helm|docker|ansible)\//, '**/{ops,deploy,deployment,k8s,helm,docker,ansible}/**'],
  [
    /(^|\/)(Dockerfile[^/]*|docker-compose[^/]*|Jenkinsfile|Makefile)$/,
    '**/{Dockerfile*,docker-compose*,Jenkinsfile,Makefile}',
  ],
  [/(^|\/)(bin|hack|scripts)\/[^/]*\.(sh|bat|ps1)$/, '**/{bin,hack,scripts}/*.{sh,bat,ps1}'],
  [/^[^/]+\.(sh|bat|ps1)$/, '*.{sh,bat,ps1}'],
  [/^\.github\/workflows\//, '.github/workflows/**'],
];

/** Code there explains the program and never runs in production: settings of a documentation site, examples. */
const ABOUT = /^(?:docs?|documentation|examples?|samples?|demos?)\//;

/** Sorts the code of a repository into groups by paths, extensions and, for scripts, their text. */
export function codeSurvey(files: readonly Path[], textOf: (path: Path) => string): CodeFacts {
  const code = files.filter(path => languageOf(path) !== undefined);
  const generated = matching(GENERATED, code);
  const rest = without(code, generated.files);
  const sql = rest.filter(path => path.endsWith('.sql'));
  const tests = matching(TESTS, without(rest, sql));
  const ops = matching(OPS, without(rest, [...sql, ...tests.files]));
  const program = without(rest, [...sql, ...tests.files, ...ops.files]).filter(path => !ABOUT.test(path));
  const dialect = dialectOf(sql.slice(0, 20).map(textOf).join('\n'));
  const found: CodeGroupFound[] = [
    { kind: 'generated', include: generated.globs, files: generated.files.length },
    { kind: 'test', include: tests.globs, files: tests.files.length },
    {
      kind: 'script',
      include: sqlGlobs(sql),
      files: sql.length,
      exclude: sql.length > MOST_LISTED ? foldersOf(sql) : sql,
      ...(dialect === undefined ? {} : { dialect }),
    },
    { kind: 'ops', include: ops.globs, files: ops.files.length },
    { kind: 'program', include: programGlobs(program), files: program.length },
  ];
  return {
    files: without(code, generated.files),
    groups: found.filter(group => group.files > 0),
    languages: languagesOf(rest),
    program: program.filter(isBehaviour),
  };
}

function languageOf(path: string): string | undefined {
  return LANGUAGES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

function isBehaviour(path: Path): boolean {
  return !DRESSING.has(languageOf(path) ?? '');
}

/** The patterns that take in files no earlier one has. */
function matching(
  patterns: typeof TESTS,
  files: readonly Path[],
): { readonly files: readonly Path[]; readonly globs: readonly string[] } {
  const globs: string[] = [];
  let rest = files;
  for (const [pattern, glob] of patterns) {
    const others = rest.filter(path => !pattern.test(path));
    if (others.length < rest.length) globs.push(glob);
    rest = others;
  }
  return { files: without(files, rest), globs };
}

function without(files: readonly Path[], others: readonly Path[]): readonly Path[] {
  const gone = new Set(others);
  return files.filter(path => !gone.has(path));
}

function languagesOf(files: readonly Path[]): CodeFacts['languages'] {
  const counts = Map.groupBy(files, path => languageOf(path) ?? '');
  return [...counts]
    .map(([language, all]) => [language, all.length] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function sqlGlobs(files: readonly Path[]): readonly string[] {
  const roots = new Set(files.map(path => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')));
  return [...roots].sort().map(root => (root === '' ? '*.sql' : `${root}/**/*.sql`));
}

const MOST_LISTED = 60;

function foldersOf(files: readonly Path[]): readonly string[] {
  return [...new Set(files.map(path => `${path.slice(0, path.lastIndexOf('/') + 1)}*.sql`))].sort();
}

/** `**\/src/main/**` where a build tool wants it so, else the top folders that hold programs. */
function programGlobs(files: readonly Path[]): readonly string[] {
  const behaviour = files.filter(isBehaviour);
  const maven = behaviour.filter(path => /(^|\/)src\/main\//.test(path));
  const tops = new Set(without(behaviour, maven).map(path => path.slice(0, Math.max(0, path.indexOf('/')))));
  const folders = [...tops]
    .filter(top => top !== '' && !top.startsWith('.'))
    .map(top => `${top}/**`)
    .sort();
  const loose = behaviour.filter(path => !path.includes('/')).map(path => `*${path.slice(path.lastIndexOf('.'))}`);
  return [...(maven.length > 0 ? ['**/src/main/**'] : []), ...folders, ...new Set(loose)];
}

/** By words only one of them has. */
function dialectOf(text: string): string | undefined {
  const words: readonly (readonly [dialect: string, pattern: RegExp])[] = [
    ['mysql', /ENGINE\s*=\s*InnoDB|AUTO_INCREMENT|`\w+`/gi],
    ['oracle', /\bvarchar2\b|\bnumber\s*\(|\bsysdate\b(?!\s*\()|\bnvl\s*\(/gi],
    ['postgres', /\bserial\b|\bjsonb\b|\$\$|::\w+/gi],
    ['mssql', /\bnvarchar\b|\bGETDATE\(\)|^GO$/gim],
  ];
  const counted = words
    .map(([dialect, pattern]) => ({ dialect, count: text.match(pattern)?.length ?? 0 }))
    .sort((a, b) => b.count - a.count);
  return (counted[0]?.count ?? 0) > 0 ? counted[0]?.dialect : undefined;
}
