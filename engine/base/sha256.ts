/**
 * SHA-256 (FIPS 180-4) in plain arithmetic, because the engine also runs without Node and without a secure browser
 * context.
 */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUNDS = fractions(64, value => Math.cbrt(value));
/** The first 32 bits of the fractional parts of the square roots of the first eight primes. */
const START = fractions(8, value => Math.sqrt(value));

/** The SHA-256 digest of some bytes, as 64 lower-case hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): string {
  const state = Uint32Array.from(START);
  const words = new Uint32Array(64);
  const padded = withPadding(bytes);
  const view = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += 64) {
    for (let n = 0; n < 16; n++) words[n] = view.getUint32(at + n * 4);
    expand(words);
    compress(state, words);
  }
  return [...state].map(word => word.toString(16).padStart(8, '0')).join('');
}

/** A one bit, zeros, and the length in bits, to whole blocks of 64 bytes. */
function withPadding(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return padded;
}

function expand(words: Uint32Array): void {
  for (let n = 16; n < 64; n++) {
    const [before, last] = [word(words, n - 15), word(words, n - 2)];
    const low = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3);
    const high = turned(last, 17) ^ turned(last, 19) ^ (last >>> 10);
    words[n] = word(words, n - 16) + low + word(words, n - 7) + high;
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let n = 0; n < 64; n++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + (ROUNDS[n] ?? 0) + word(words, n)) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  for (const [n, value] of [a, b, c, d, e, f, g, h].entries()) state[n] = word(state, n) + value;
}

function turned(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function word(words: Uint32Array, n: number): number {
  return words[n] ?? 0;
}

function fractions(count: number, root: (value: number) => number): readonly number[] {
  const found: number[] = [];
  for (let value = 2; found.length < count; value++)
    if (isPrime(value)) found.push(Math.floor((root(value) % 1) * 2 ** 32));
  return found;
}

function isPrime(value: number): boolean {
  for (let divisor = 2; divisor * divisor <= value; divisor++) if (value % divisor === 0) return false;
  return true;
}
