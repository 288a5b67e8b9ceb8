/** The data of `docs-schema/` as read from YAML, before it is compiled. */

/** A mapping as read from YAML. */
export type Raw = Readonly<Record<string, unknown>>;

export interface RawCatalogue {
  readonly base: {
    readonly groups: Readonly<Record<string, Raw>>;
    readonly states?: Readonly<Record<string, Raw>>;
    readonly hints?: Readonly<Record<string, Raw>>;
  };
  readonly enums: Raw;
  readonly relations: Readonly<Record<string, Raw>>;
  readonly items: Readonly<Record<string, Raw>>;
  readonly profiles: Readonly<Record<string, Raw>>;
  readonly kinds: Readonly<Record<string, Raw>>;
  readonly config: Raw;
  readonly presets: Readonly<Record<string, Raw>>;
}
