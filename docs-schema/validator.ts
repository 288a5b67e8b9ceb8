/** A function that says whether data is what a JSON Schema describes, as `ajv` makes it. */

/** Where a value is wrong, as a JSON pointer; which keyword of the schema it fails. */
export interface ValueError {
  readonly instancePath: string;
  readonly keyword: string;
}

export type Validator = ((data: unknown) => boolean) & { errors?: readonly ValueError[] | null };
