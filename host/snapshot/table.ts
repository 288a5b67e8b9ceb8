/**
 * A file of texts by key that is looked up without being read: records anywhere, then their places in order of their keys, then
 * how many there are. A key is found by halving.
 *
 * Everything carries a sum that begins with the file's seal. A record that is cut, damaged or sealed for something else is told
 * from one that is not there: whoever asks then has to find out without the file.
 */
import { closeSync, openSync, readSync, fstatSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** `undefined`: cannot tell. `null`: there is none. */
export type Answer = string | null | undefined;

export interface Table {
  find(key: string): Answer;
  /** Keys that begin so with their values, in order; undefined when that cannot be told. */
  beginningWith(start: string): readonly (readonly [key: string, value: string])[] | undefined;
}

/** Sum, length of the key, length of the value; then key and value. */
const HEAD = 12;
/** Number of records, where their places begin, sum of the places, sum of these three. */
const FOOT = 16;
/** Read at once when a key is compared; longer ones are read again. Bytes. */
const PROBE = 192;
const CHUNK = 1 << 20;

/** Undefined when it is not there, cut, or not sealed so. It stays readable when the file is replaced or removed. */
export function openTable(file: string, seal: string): Table | undefined {
  try {
    const input = openSync(file, 'r');
    const places = placesIn(input, crc32(seal));
    if (places !== undefined) return tableOf(input, places, crc32(seal));
    closeSync(input);
  } catch {
    // As good as none.
  }
  return undefined;
}

interface Places {
  readonly count: number;
  place(n: number): number;
}

function placesIn(input: number, seal: number): Places | undefined {
  const { size } = fstatSync(input);
  const foot = readAt(input, size - FOOT, FOOT);
  if (foot === undefined || foot.readUInt32LE(12) !== crc32(foot.subarray(0, 12), seal)) return undefined;
  const [count, start] = [foot.readUInt32LE(0), foot.readUInt32LE(4)];
  const places = start + count * 4 + FOOT === size ? readAt(input, start, count * 4) : undefined;
  if (places === undefined || foot.readUInt32LE(8) !== crc32(places, seal)) return undefined;
  return { count, place: n => (n < count ? places.readUInt32LE(n * 4) : start) };
}

function tableOf(input: number, { count, place }: Places, seal: number): Table {
  const compared = new Map<number, string>();
  return {
    find: key => {
      const at = firstNotBefore(key);
      const found = recordAt(at);
      if (found === undefined) return undefined;
      if (found?.key === key) return found.value;
      // A damaged record that sent the search the wrong way is one of the two around the place it ended at.
      return recordAt(at - 1) === undefined ? undefined : null;
    },
    beginningWith: start => {
      const first = firstNotBefore(start);
      if (recordAt(first - 1) === undefined) return undefined;
      const found: [string, string][] = [];
      for (let at = first; ; at++) {
        const record = recordAt(at);
        if (record === undefined) return undefined;
        if (record === null || !record.key.startsWith(start)) return found;
        found.push([record.key, record.value]);
      }
    },
  };

  function firstNotBefore(key: string): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (keyAt(middle) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** As it stands there, right or damaged. The first halvings are the same for every key. */
  function keyAt(n: number): string {
    const known = compared.get(n) ?? readKey(n);
    compared.set(n, known);
    return known;
  }

  function readKey(n: number): string {
    const start = place(n);
    const first = readAt(input, start, Math.min(PROBE, place(count) - start)) ?? Buffer.alloc(HEAD);
    const length = first.readUInt32LE(4);
    return HEAD + length <= first.length ? first.toString('utf8', HEAD, HEAD + length) : (recordAt(n)?.key ?? '');
  }

  /** `null` before the first and after the last. */
  function recordAt(n: number): { readonly key: string; readonly value: string } | null | undefined {
    if (n < 0 || n >= count) return null;
    const head = readAt(input, place(n), HEAD);
    if (head === undefined) return undefined;
    const [keyLength, valueLength] = [head.readUInt32LE(4), head.readUInt32LE(8)];
    const text = place(n) + HEAD + keyLength + valueLength <= place(count) ? readAt(input, place(n) + HEAD, keyLength + valueLength) : undefined;
    if (text === undefined || head.readUInt32LE(0) !== crc32(text, crc32(head.subarray(4), seal))) return undefined;
    return { key: text.toString('utf8', 0, keyLength), value: text.toString('utf8', keyLength) };
  }
}

/** Undefined when there is less. */
function readAt(input: number, place: number, length: number): Buffer | undefined {
  if (place < 0) return undefined;
  const buffer = Buffer.allocUnsafe(length);
  try {
    return readSync(input, buffer, 0, length, place) === length ? buffer : undefined;
  } catch {
    return undefined;
  }
}

/** Keys are well-formed texts, each once. */
export function writeTable(file: string, seal: string, records: Iterable<readonly [key: string, value: string]>): void {
  const out = openSync(file, 'wx');
  try {
    const places: [key: string, place: number][] = [];
    const end = writeAll(out, recordsNoting(records, crc32(seal), places));
    places.sort(([a], [b]) => (a < b ? -1 : 1));
    writeAll(out, [
      footOf(
        places.map(([, place]) => place),
        end,
        crc32(seal),
      ),
    ]);
  } finally {
    closeSync(out);
  }
}

function* recordsNoting(records: Iterable<readonly [string, string]>, seal: number, places: [string, number][]): Iterable<Buffer> {
  let place = 0;
  for (const [key, value] of records) {
    const text = Buffer.from(key + value);
    const head = Buffer.alloc(HEAD);
    const keyLength = Buffer.byteLength(key);
    head.writeUInt32LE(keyLength, 4);
    head.writeUInt32LE(text.length - keyLength, 8);
    head.writeUInt32LE(crc32(text, crc32(head.subarray(4), seal)));
    places.push([key, place]);
    place += HEAD + text.length;
    yield head;
    yield text;
  }
}

function footOf(places: readonly number[], start: number, seal: number): Buffer {
  const foot = Buffer.alloc(places.length * 4 + FOOT);
  for (const [n, place] of places.entries()) foot.writeUInt32LE(place, n * 4);
  const end = places.length * 4;
  foot.writeUInt32LE(places.length, end);
  foot.writeUInt32LE(start, end + 4);
  foot.writeUInt32LE(crc32(foot.subarray(0, end), seal), end + 8);
  foot.writeUInt32LE(crc32(foot.subarray(end, end + 12), seal), end + 12);
  return foot;
}

/** In large pieces; how much was written. */
function writeAll(out: number, parts: Iterable<Buffer>): number {
  let [waiting, length, total]: [Buffer[], number, number] = [[], 0, 0];
  const flush = () => {
    const piece = Buffer.concat(waiting);
    for (let at = 0; at < piece.length; ) at += writeSync(out, piece, at);
    [waiting, length, total] = [[], 0, total + piece.length];
  };
  for (const part of parts) {
    waiting.push(part);
    length += part.length;
    if (length > CHUNK) flush();
  }
  flush();
  return total;
}
