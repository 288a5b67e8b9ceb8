/**
 * Documents told by their names: a Markdown file without frontmatter that is called after a kind of technical document. For
 * each the frontmatter it would get: what its name, its text and the project say; the rest stays open.
 */
import type { Path } from '../../engine/base/text.ts';
import type { Language, Words } from '../../engine/base/words.ts';
import { frontmatterText, type Line } from '../../engine/writing/frontmatter.ts';
import type { Config } from '../../engine/model/config/config.ts';
import { kindNamedIn, derivedName } from '../../engine/model/derive/names.ts';
import type { Catalogue, Kind } from '../../engine/model/kinds/kinds.ts';
import { idsIn } from '../../engine/model/read/references.ts';
import { slotLines } from '../newDocument/slotLines.ts';
import { nextIdentifier } from '../newDocument/identifier.ts';
import { emptySlots, slotsOf } from '../newDocument/values.ts';

/** A Markdown file whose name says which kind of document it is. */
export interface NamedDocument {
  readonly path: Path;
  readonly kind: Kind;
  /** Undefined when the heading says it. */
  readonly title: string | undefined;
  readonly version: string | undefined;
}

/** The kind that the name of a file says; undefined when it says none, or when the file has a frontmatter. */
export function namedDocument(path: Path, text: string, catalogue: Catalogue): NamedDocument | undefined {
  const kind = /^\uFEFF?---\r?\n/.test(text) ? undefined : kindNamedIn(derivedName(path), catalogue);
  if (kind === undefined) return undefined;
  const titles = text.match(/^# .+$/gm) ?? [];
  return {
    path,
    kind,
    title: titles.length === 1 ? undefined : derivedName(path),
    version: versionIn(derivedName(path)) ?? versionIn(text.slice(0, HEAD)),
  };
}

/** A version is on the cover or in the first rows of the revision table. Characters that are searched for it. */
const HEAD = 3_000;

/** `版本：V1.3`, `| 版本号 | 1.3 |`, `…V1.3.md` */
function versionIn(text: string): string | undefined {
  const found =
    /版\s*本\s*号?[^\S\r\n]*[：:|][\s*|]*[vV]?(\d+(?:\.\d+){1,2})/.exec(text)?.[1] ??
    /[vV](\d+(?:\.\d+){1,2})(?![\w.]*\w)/.exec(text)?.[1];
  return found === undefined ? undefined : `V${found}`;
}

/** What of the project and its people a frontmatter needs. */
interface Adopting {
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly system: string;
  readonly today: string;
  readonly author: string | undefined;
  /** Names of files that are there: they hold the identifiers already given. */
  readonly names: readonly string[];
}

/** A file with the frontmatter it would get. */
export interface Adopted {
  readonly path: Path;
  /** With the empty line behind it. */
  readonly frontmatter: string;
  /** Values that only its author knows. */
  readonly toType: readonly Words[];
}

/** A second document of a kind that is numbered by its system has no identifier of its own: it is left to a person. */
export function adopted(named: readonly NamedDocument[], adopting: Adopting): readonly Adopted[] {
  const taken = new Set(adopting.names.flatMap(idsIn));
  return named.flatMap(document => {
    const id = nextIdentifier(document.kind, { today: adopting.today, system: adopting.system, taken });
    if (id === undefined || taken.has(id)) return [];
    taken.add(id);
    return [adoptedAs(id, document, adopting)];
  });
}

function adoptedAs(
  id: string,
  { path, kind, title, version }: NamedDocument,
  { config, catalogue, today, author }: Adopting,
): Adopted {
  const given = new Map([
    ['template_profile', 'custom'],
    ...(version === undefined ? [] : [['version', version] as const]),
  ]);
  const known = {
    title,
    given,
    from: undefined,
    today,
    now: `${today}T00:00:00Z`,
    me: author,
    takenElsewhere: new Set<string>(),
  };
  const slots = slotsOf({ ...known, kind, config, catalogue });
  const lines: readonly Line[] = [
    ['id', id],
    ['type', kind.key],
    ...(title === undefined ? [] : [['title', title] as const]),
    ...slotLines(slots, config.language),
  ];
  return {
    path,
    frontmatter: `${frontmatterText(lines)}\n`,
    toType: emptySlots(slots).map(({ field }) => field.label),
  };
}

/** As a line of what is proposed. */
export function proposedAs({ path, kind }: NamedDocument, language: Language): string {
  return `${path}  ${kind.key} ${kind.label[language]}`;
}
