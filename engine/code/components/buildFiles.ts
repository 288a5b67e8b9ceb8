/** Third-party components that build files declare: Maven's pom.xml and npm's package.json. Never throws. */
import type { Span } from '../../base/text.ts';

/** A library that a build file asks for. */
export interface Component {
  /** `group:artifact`, or the name of an npm package. */
  readonly name: string;
  /** Undefined when the file leaves it to a parent or a property. */
  readonly version: string | undefined;
  readonly span: Span;
}

/** A `pom.xml` or `package.json` of the project itself. */
export function isBuildFile(path: string): boolean {
  return /(?:^|\/)(?:pom\.xml|package\.json)$/.test(path) && !/(?:^|\/)node_modules\//.test(path);
}

/** The direct dependencies that a build file names, in its order. */
export function componentsIn(path: string, text: string): readonly Component[] {
  return path.endsWith('.xml') ? mavenComponents(text) : npmComponents(text);
}

/** Direct dependencies; what stands in `dependencyManagement`, in plugins or in a comment is none. */
function mavenComponents(text: string): readonly Component[] {
  const blank = (part: string) => ' '.repeat(part.length);
  const bare = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, blank)
    .replace(/<(dependencyManagement|build|exclusions)>[\s\S]*?<\/\1>/g, blank);
  const own = /<groupId>\s*([^<]+?)\s*<\/groupId>/.exec(
    bare.replace(/<(parent|dependencies)>[\s\S]*?<\/\1>/g, blank),
  )?.[1];
  return [...bare.matchAll(/<dependency>([\s\S]*?)<\/dependency>/g)].flatMap(({ 1: body = '', index }) => {
    const tag = (name: string) => new RegExp(`<${name}>\\s*([^<]+?)\\s*</${name}>`).exec(body);
    const [group, artifact] = [tag('groupId')?.[1], tag('artifactId')];
    // Modules of the project itself are no third party.
    if (group === undefined || artifact === null || group === own || group === '${project.groupId}') return [];
    const start = index + '<dependency>'.length + artifact.index + artifact[0].indexOf(artifact[1] ?? '');
    const version = tag('version')?.[1];
    return [
      {
        name: `${group}:${artifact[1]}`,
        version: version?.startsWith('${') ? undefined : version,
        span: { start, end: start + (artifact[1] ?? '').length },
      },
    ];
  });
}

function npmComponents(text: string): readonly Component[] {
  const dependencies = dependenciesOf(text);
  return Object.entries(dependencies).map(([name, version]) => {
    const start = Math.max(0, text.indexOf(JSON.stringify(name), text.indexOf('"dependencies"')));
    return {
      name,
      version: typeof version === 'string' ? /\d[\w.-]*/.exec(version)?.[0] : undefined,
      span: { start, end: start + name.length + 2 },
    };
  });
}

function dependenciesOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const dependencies: unknown = (JSON.parse(text) as { readonly dependencies?: unknown } | null)?.dependencies;
    return typeof dependencies === 'object' && dependencies !== null ? { ...dependencies } : {};
  } catch {
    return {};
  }
}
