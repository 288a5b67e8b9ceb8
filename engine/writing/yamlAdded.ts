/** Adds a missing key to a YAML block, behind the last key of its map and in the layout of that map. */
import { isAlias, isMap, isNode, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Span, TextEdit } from '../base/text.ts';
import { newlineOf, type YamlBlock } from './yamlBlock.ts';
import { yaml } from './yamlValue.ts';

/**
 * The edit that adds a pair. `map` is undefined for a block without keys; `top` is true for the outermost map.
 * Undefined when the layout of the map does not allow it.
 */
export function addedPair(
  block: YamlBlock,
  map: YAMLMap | undefined,
  key: string,
  value: unknown,
  top: boolean,
): TextEdit | undefined {
  if (map?.flow) return inBraces(block, map, key, value);
  const first = map?.items[0];
  const indent = first === undefined ? 0 : columnOf(block, startOf(first));
  const lines = pairLines(key, value, ' '.repeat(indent), newlineOf(block.text));
  const last = map?.items.at(-1);
  const at = top || last === undefined ? block.span.end : block.span.start + endOfPair(last);
  return lineEdit(block.text, at, lines);
}

/**
 * The lines of a key and its value, with the line end `newline` of the file. In a list of maps each map takes one line.
 */
export function pairLines(key: string, value: unknown, indent: string, newline: string): string {
  const name = `${indent}${yaml(key)}:`;
  if (!isListOfMaps(value)) return `${name} ${yaml(value)}`;
  return [name, ...value.map(item => `${indent}  - ${yaml(item)}`)].join(newline);
}

function isListOfMaps(value: unknown): value is readonly object[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(item => typeof item === 'object' && item !== null && !Array.isArray(item))
  );
}

/** Inserts lines at the start of a line, or behind the line that contains the offset. */
function lineEdit(text: string, at: number, lines: string): TextEdit {
  const newline = newlineOf(text);
  if (at === 0 || text[at - 1] === '\n' || text[at - 1] === '\uFEFF')
    return { span: { start: at, end: at }, text: lines + newline };
  const end = endOfLine(text, at);
  return { span: { start: end, end }, text: newline + lines };
}

function inBraces({ text, span }: YamlBlock, map: YAMLMap, key: string, value: unknown): TextEdit | undefined {
  const last = map.items.at(-1);
  const pair = `${yaml(key)}: ${yaml(value)}`;
  const open = span.start + (map.range?.[0] ?? 0) + 1;
  if (last !== undefined) return insertion(span.start + endOfPair(last), `, ${pair}`);
  const close = text.indexOf('}', open);
  return text.slice(open, close).trim() === '' ? { span: { start: open, end: close }, text: ` ${pair} ` } : undefined;
}

/** The end of a pair without a comment behind it. A block scalar (`|`) ends at the start of the next line. */
function endOfPair({ key, value }: Pair): number {
  if (isNode(value) && value.range) return nodeEnd(value);
  return isNode(key) ? (key.range?.[1] ?? 0) : 0;
}

/** The offset in the block at which a value ends. A collection of several lines ends with its last value. */
export function nodeEnd(node: unknown): number {
  if (isMap(node) && !node.flow && node.items.length > 0) return endOfPair(node.items.at(-1) as Pair);
  if (isSeq(node) && !node.flow && node.items.length > 0) return nodeEnd(node.items.at(-1));
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[1] ?? 0) : 0;
}

/** The offset behind the colon of a pair; undefined for a key in braces without a colon. */
export function behindColon({ srcToken }: Pair): number | undefined {
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind');
  return colon && colon.offset + 1;
}

function startOf({ key }: Pair): number {
  return isNode(key) ? ((key as Scalar).range?.[0] ?? 0) : 0;
}

function columnOf({ text, span }: YamlBlock, offset: number): number {
  return span.start + offset - (text.lastIndexOf('\n', span.start + offset - 1) + 1);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : text[end - 1] === '\r' ? end - 1 : end;
}

const insertion = (at: number, text: string): TextEdit => ({ span: pointAt(at), text });

const pointAt = (at: number): Span => ({ start: at, end: at });
