/** Statements of a MyBatis mapper: `<select id="selectDue">` in `<mapper namespace="cn.example.OverdueMapper">`. */
import type { CodeView } from '../codeView.ts';
import type { FoundSymbol } from './found.ts';

const STATEMENTS = /^(?:select|insert|update|delete|sql|resultMap)$/;

/** The mapper, then its statements in order; none in XML of another kind. */
export function mapperSymbols(code: CodeView): readonly FoundSymbol[] {
  const mapper = tagAt(code, firstTag(code, 'mapper'));
  const namespace = mapper === undefined ? undefined : attribute(code, mapper, 'namespace');
  if (mapper === undefined || namespace === undefined) return [];
  const [nameSpan, full] = namespace;
  const own: FoundSymbol = {
    sort: 'class',
    name: full.slice(full.lastIndexOf('.') + 1),
    parent: undefined,
    span: elementSpan(code, mapper, 'mapper'),
    nameSpan,
    list: undefined,
  };
  const found: FoundSymbol[] = [own];
  for (let n = mapper.close + 1; n < code.count; n++) {
    const tag = code.text(n) === '<' && STATEMENTS.test(code.text(n + 1)) ? tagAt(code, n) : undefined;
    const id = tag && attribute(code, tag, 'id');
    if (tag === undefined || id === undefined) continue;
    found.push({
      sort: 'statement',
      name: id[1],
      parent: own,
      span: elementSpan(code, tag, code.text(n + 1)),
      nameSpan: id[0],
      list: undefined,
    });
  }
  return found;
}

interface Tag {
  readonly open: number;
  /** Its `>`. */
  readonly close: number;
}

function firstTag(code: CodeView, name: string): number {
  for (let n = 0; n < code.count; n++) if (code.text(n) === '<' && code.text(n + 1) === name) return n;
  return code.count;
}

function tagAt(code: CodeView, open: number): Tag | undefined {
  for (let n = open; n < code.count; n++) if (code.text(n) === '>') return { open, close: n };
  return undefined;
}

function attribute(
  code: CodeView,
  { open, close }: Tag,
  name: string,
): readonly [nameSpan: FoundSymbol['span'], value: string] | undefined {
  for (let n = open; n + 2 < close; n++) {
    if (code.text(n) !== name || code.text(n + 1) !== '=') continue;
    return [{ start: code.start(n + 2) + 1, end: code.end(n + 2) - 1 }, code.text(n + 2).slice(1, -1)];
  }
  return undefined;
}

/** To the first end tag of its name: a statement holds no other of its own sort. */
function elementSpan(code: CodeView, { open, close }: Tag, name: string): FoundSymbol['span'] {
  const start = code.start(open);
  if (code.text(close - 1) === '/') return { start, end: code.end(close) };
  let n = close;
  while (n + 2 < code.count && (code.text(n) !== '<' || code.text(n + 1) !== '/' || code.text(n + 2) !== name)) n += 1;
  return { start, end: code.end(Math.min(n + 3, code.count - 1)) };
}
