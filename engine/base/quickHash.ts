/**
 * A hash of 48 bits that tells texts apart, made of two lanes of multiplication and shifts. It is about twenty times as
 * fast as SHA-256 in plain arithmetic, which counts where a hundred thousand files are compared. It is no protection
 * against texts that are made to collide.
 */
export class QuickHash {
  #one = 0x9e3779b9 | 0;
  #two = 0x85ebca6b | 0;

  /** Adds a character code, or any other number that belongs to the hashed content. */
  add(code: number): void {
    const one = Math.imul(this.#one ^ code, 0x9e3779b1);
    const two = Math.imul(this.#two ^ code, 0x5f356495);
    this.#one = one ^ (one >>> 15);
    this.#two = two ^ (two >>> 13);
  }

  /** Adds part of a text, from offset `start` to `end`. CRLF counts as LF. */
  addText(text: string, start = 0, end = text.length): void {
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code !== 13 || text.charCodeAt(at + 1) !== 10) this.add(code);
    }
  }

  /** The hash so far, as twelve lower-case hexadecimal digits. */
  digits(): string {
    const one = mixed(this.#one ^ Math.imul(this.#two, 0x85ebca6b));
    const two = mixed(this.#two ^ Math.imul(this.#one, 0xc2b2ae35));
    return (two & 0xffff).toString(16).padStart(4, '0') + (one >>> 0).toString(16).padStart(8, '0');
  }
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}
