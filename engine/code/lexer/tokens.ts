/** What a lexer hands on: tokens as three rows of numbers, since a project has a hundred million of them. */
export interface Tokens {
  readonly count: number;
  /** Values of `Sort`. */
  readonly sorts: Uint8Array;
  readonly starts: Int32Array;
  /** Excluded. */
  readonly ends: Int32Array;
}

/** `line`, `indent` and `dedent` are empty; they stand where layout has meaning. */
export const Sort = {
  word: 0,
  symbol: 1,
  string: 2,
  name: 3,
  line: 4,
  indent: 5,
  dedent: 6,
  comment: 7,
  doc: 8,
} as const;

export type Sort = (typeof Sort)[keyof typeof Sort];

/** Whether a token is a comment, so that the program does the same without it. */
export function isComment(sort: number | undefined): boolean {
  return sort === Sort.comment || sort === Sort.doc;
}

/** Tokens that grow. */
export interface GrowingTokens {
  count: number;
  sorts: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
}

/** Empty rows with room for the tokens of a text of usual density. */
export function tokensFor(text: string): GrowingTokens {
  const room = (text.length >> 2) + 16;
  return { count: 0, sorts: new Uint8Array(room), starts: new Int32Array(room), ends: new Int32Array(room) };
}

/** Adds one at the end; the rows grow when they are full. */
export function addToken(tokens: GrowingTokens, sort: Sort, start: number, end: number): void {
  const { count } = tokens;
  if (count === tokens.starts.length) grow(tokens);
  tokens.sorts[count] = sort;
  tokens.starts[count] = start;
  tokens.ends[count] = end;
  tokens.count = count + 1;
}

function grow(tokens: GrowingTokens): void {
  const room = tokens.count * 2;
  const [sorts, starts, ends] = [new Uint8Array(room), new Int32Array(room), new Int32Array(room)];
  sorts.set(tokens.sorts);
  starts.set(tokens.starts);
  ends.set(tokens.ends);
  Object.assign(tokens, { sorts, starts, ends });
}
