/**
 * A file of texts by key that is looked up without being read: records anywhere, then the sum of each key with the place of its
 * record in order of the sums, then how many there are. A key is found by halving these, in memory.
 *
 * Everything carries a sum that begins with the file's seal. A record that is cut, damaged or sealed for something else is told
 * from one that is not there: the caller then has to find out without the file.
 */
import { closeSync, openSync, readSync, fstatSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** `undefined`: cannot tell. `null`: there is none. */
export type Answer = string | null | undefined;

/** A file of keys and values in which one key is found without reading the rest. */
export interface TableFile {
  find(key: string): Answer;
}

/** Sum, length of the key, length of the value; then key and value. */
const HEAD = 12;
/** Sum of a key, place of its record; in the order of bytes of this machine. */
const PAIR = 8;
/** Number of records, where the pairs begin, sum of the pairs, sum of these three. */
const FOOT = 16;
/** Read at once; longer records take a second reading. Bytes. */
const PROBE = 2_048;
const CHUNK = 1 << 20;

/** Undefined when it is not there, cut, or not sealed so. It stays readable when the file is replaced or removed. */
export function openTable(file: string, seal: string): TableFile | undefined {
  try {
    const input = openSync(file, 'r');
    const index = indexIn(input, crc32(seal));
    if (index !== undefined) return tableOf(input, index, crc32(seal));
    closeSync(input);
  } catch {
    // As good as none.
  }
  return undefined;
}

interface Index {
  readonly pairs: Uint32Array;
  /** Where the records end. */
  readonly end: number;
}

function indexIn(input: number, seal: number): Index | undefined {
  const { size } = fstatSync(input);
  const foot = readAt(input, size - FOOT, Buffer.alloc(FOOT));
  if (foot === undefined || foot.readUInt32LE(12) !== crc32(foot.subarray(0, 12), seal)) return undefined;
  const [count, end] = [foot.readUInt32LE(0), foot.readUInt32LE(4)];
  if (end + count * PAIR + FOOT !== size) return undefined;
  const pairs = new Uint32Array(count * 2);
  const bytes = readAt(input, end, Buffer.from(pairs.buffer));
  return bytes !== undefined && foot.readUInt32LE(8) === crc32(bytes, seal) ? { pairs, end } : undefined;
}

function tableOf(input: number, { pairs, end }: Index, seal: number): TableFile {
  const probe = Buffer.alloc(PROBE);
  return { find };

  function find(key: string): Answer {
    const sum = crc32(key);
    for (let n = firstNotBelow(sum); pairs[n * 2] === sum; n++) {
      const record = recordAt(pairs[n * 2 + 1] ?? end);
      if (record === undefined) return undefined;
      if (record.key === key) return record.value;
    }
    return null;
  }

  function firstNotBelow(sum: number): number {
    let [low, high] = [0, pairs.length / 2];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[middle * 2] ?? 0) < sum) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function recordAt(place: number): { readonly key: string; readonly value: string } | undefined {
    const first = readAt(input, place, probe.subarray(0, Math.min(PROBE, end - place)));
    if (first === undefined || first.length < HEAD) return undefined;
    const [sum, keyLength, valueLength] = [first.readUInt32LE(0), first.readUInt32LE(4), first.readUInt32LE(8)];
    const length = HEAD + keyLength + valueLength;
    if (place + length > end) return undefined;
    const whole = length <= first.length ? first.subarray(0, length) : readAt(input, place, Buffer.allocUnsafe(length));
    if (whole === undefined || sum !== crc32(whole.subarray(4), seal)) return undefined;
    return { key: whole.toString('utf8', HEAD, HEAD + keyLength), value: whole.toString('utf8', HEAD + keyLength) };
  }
}

/** Fills the buffer; undefined when there is less. */
function readAt(input: number, place: number, buffer: Buffer): Buffer | undefined {
  if (place < 0) return undefined;
  try {
    return readSync(input, buffer, 0, buffer.length, place) === buffer.length ? buffer : undefined;
  } catch {
    return undefined;
  }
}

/** Keys are well-formed texts, each once. */
export function writeTable(file: string, seal: string, records: Iterable<readonly [key: string, value: string]>): void {
  const out = openSync(file, 'wx');
  try {
    const pairs: [sum: number, place: number][] = [];
    const end = writeAll(out, recordsNoting(records, crc32(seal), pairs));
    pairs.sort(([a], [b]) => a - b);
    writeAll(out, footOf(Buffer.from(Uint32Array.from(pairs.flat()).buffer), end, crc32(seal)));
  } finally {
    closeSync(out);
  }
}

function* recordsNoting(
  records: Iterable<readonly [string, string]>,
  seal: number,
  pairs: [number, number][],
): Iterable<Buffer> {
  let place = 0;
  for (const [key, value] of records) {
    const text = Buffer.from(key + value);
    const head = Buffer.alloc(HEAD);
    const keyLength = Buffer.byteLength(key);
    head.writeUInt32LE(keyLength, 4);
    head.writeUInt32LE(text.length - keyLength, 8);
    head.writeUInt32LE(crc32(text, crc32(head.subarray(4), seal)));
    pairs.push([crc32(key), place]);
    place += HEAD + text.length;
    yield head;
    yield text;
  }
}

function footOf(pairs: Buffer, end: number, seal: number): readonly Buffer[] {
  const foot = Buffer.alloc(FOOT);
  foot.writeUInt32LE(pairs.length / PAIR);
  foot.writeUInt32LE(end, 4);
  foot.writeUInt32LE(crc32(pairs, seal), 8);
  foot.writeUInt32LE(crc32(foot.subarray(0, 12), seal), 12);
  return [pairs, foot];
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
