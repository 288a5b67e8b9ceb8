/**
 * Parses YAML 1.2 (core schema) to a tree with the place of every key and value. Aliases give a problem: a record needs
 * none, and nested aliases can grow without limit.
 */
import {
  COLLECTION_STYLE,
  type CollectionStyle,
  type Event,
  EVENT_ID,
  getScalarValue,
  type MappingEvent,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
  YAMLException,
} from 'js-yaml';
import type { Span } from '../base/text.ts';
import type { Problem, YamlMap, YamlNode, YamlPair, YamlScalar } from './document.ts';

/** How deep collections may nest. No record needs more, and later stages recurse over the tree. */
const DEEPEST = 40;

/** The tree and what was wrong. `root` is undefined for an empty text and for one that does not parse. */
export interface YamlResult {
  readonly root: YamlNode | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Parses `text`. `offset` is added to all spans, so that they are offsets into the file. Never throws: a syntax error
 * is a problem.
 */
export function parseYaml(text: string, offset: number): YamlResult {
  if (text.trim() === '') return { root: undefined, problems: [] };
  try {
    const reader = new EventReader(text, offset, parseEvents(text, { maxDepth: DEEPEST }));
    return { root: reader.document(), problems: reader.problems };
  } catch (error) {
    return { root: undefined, problems: [syntaxProblem(error, text, offset)] };
  }
}

function syntaxProblem(error: unknown, text: string, offset: number): Problem {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  const at = Math.min(mark?.position ?? 0, text.length);
  const lineEnd = text.indexOf('\n', at);
  const end = Math.max(at + 1, lineEnd === -1 ? text.length : lineEnd);
  const detail = error instanceof YAMLException ? error.reason : String(error);
  return { code: 'yaml-syntax', detail, span: { start: offset + at, end: offset + end } };
}

/** The text up to the next closing bracket; comments are skipped. */
const CLOSING = /(?:[^\]}#]|#[^\r\n]*[\r\n])*[\]}]/y;

class EventReader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #offset: number;
  readonly #events: readonly Event[];
  #next = 0;
  /** The end of the last value with its quote or bracket. The event stream gives no end for collections. */
  #end = 0;

  constructor(text: string, offset: number, events: readonly Event[]) {
    this.#text = text;
    this.#offset = offset;
    this.#events = events;
  }

  document(): YamlNode | undefined {
    this.#next = 1;
    return this.#node();
  }

  #node(): YamlNode | undefined {
    const event = this.#events[this.#next++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event);
      case EVENT_ID.MAPPING:
        return this.#map(event);
      case EVENT_ID.SEQUENCE:
        return this.#list(event);
      case EVENT_ID.ALIAS:
        return this.#alias(event.anchorStart, event.anchorEnd);
      default:
        return undefined;
    }
  }

  #scalar(event: ScalarEvent): YamlScalar {
    const raw = event.valueStart < 0 ? '' : getScalarValue(this.#text, event);
    const start = Math.max(event.valueStart, 0);
    const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
    this.#end = Math.max(this.#end, event.anchorEnd, event.tagEnd, event.valueEnd + (quoted ? 1 : 0));
    const value = event.style === SCALAR_STYLE.PLAIN ? resolvePlain(raw) : raw;
    const empty = event.valueStart < 0;
    return {
      sort: 'scalar',
      value,
      raw,
      span: empty ? this.#span(this.#end, this.#end) : this.#span(start, event.valueEnd),
    };
  }

  #map({ start, style }: MappingEvent): YamlMap {
    const pairs: YamlPair[] = [];
    const seen = new Set<string>();
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const key = this.#node();
      const value = this.#node();
      if (key === undefined || value === undefined) break;
      const name = key.sort === 'scalar' ? key.raw : JSON.stringify(key.sort);
      if (seen.has(name)) this.problems.push({ code: 'yaml-duplicate-key', detail: name, span: key.span });
      else pairs.push({ key: name, keySpan: key.span, value });
      seen.add(name);
    }
    this.#next += 1;
    return { sort: 'map', pairs, span: this.#span(start, this.#close(start, style)) };
  }

  #list({ start, style }: SequenceEvent): YamlNode {
    const items: YamlNode[] = [];
    while (this.#events[this.#next]?.type !== EVENT_ID.POP) {
      const item = this.#node();
      if (item === undefined) break;
      items.push(item);
    }
    this.#next += 1;
    return { sort: 'list', items, span: this.#span(start, this.#close(start, style)) };
  }

  /**
   * The end of a collection. Between the last value of a flow collection and its bracket there are only blanks, commas
   * and comments.
   */
  #close(start: number, style: CollectionStyle): number {
    if (style !== COLLECTION_STYLE.FLOW) return this.#end;
    CLOSING.lastIndex = Math.max(start + 1, this.#end);
    this.#end = CLOSING.test(this.#text) ? CLOSING.lastIndex : this.#end;
    return this.#end;
  }

  #alias(start: number, end: number): YamlScalar {
    this.#end = Math.max(this.#end, end);
    const span = this.#span(start, end);
    this.problems.push({ code: 'yaml-alias', detail: this.#text.slice(start, end), span });
    return { sort: 'scalar', value: null, raw: '', span };
  }

  #span(start: number, end: number): Span {
    return { start: this.#offset + start, end: this.#offset + Math.max(start, end) };
  }
}

/** The value of a plain scalar in the YAML 1.2 core schema: dates and times stay text. */
function resolvePlain(raw: string): YamlScalar['value'] {
  if (raw === '' || raw === '~' || /^(null|Null|NULL)$/.test(raw)) return null;
  if (/^(true|True|TRUE)$/.test(raw)) return true;
  if (/^(false|False|FALSE)$/.test(raw)) return false;
  if (/^[-+]?[0-9]+$/.test(raw) || /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(raw))
    return Number(raw);
  return raw;
}
