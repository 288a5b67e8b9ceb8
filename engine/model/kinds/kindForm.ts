/** The form of a file in `docket/kinds/`, as data: what each place of it may hold. `docs-schema/README.md` says what it means. */

/** What a value may be, by the sort of YAML it is; a sort that is not named is wrong there. */
export interface Form {
  readonly scalar?: Scalar;
  readonly list?: Form;
  readonly map?: Shape;
  /** An empty value is a mistake; elsewhere it takes away what the built-in kind has. */
  readonly filled?: true;
}

/** A map: its keys and what each may hold. */
export interface Shape {
  /** Keys that mean something; a function where forms contain themselves. */
  readonly keys?: () => Readonly<Record<string, Form>>;
  /** What any other key holds; left out, there is no other key. */
  readonly others?: Form;
}

/** A name out of a list that is known, a regular expression, or just a value. */
export type Scalar = 'text' | 'flag' | 'number' | 'id' | 'pattern' | Choice;

/** The lists of names that a value may be out of. */
export type Choice =
  | 'type'
  | 'numbered'
  | 'enum'
  | 'relation'
  | 'group'
  | 'states'
  | 'state'
  | 'versions'
  | 'impact'
  | 'form'
  | 'reach'
  | 'code';

/** What the values of a field may be. */
export const FIELD_TYPES = [
  'text',
  'date',
  'datetime',
  'number',
  'integer',
  'boolean',
  'enum',
  'ref',
  'person',
  'system',
  'module',
  'path',
  'glob',
  'sha256',
  'version',
  'kind',
  'state',
  'links',
  'map',
  'list',
  'any',
] as const;

const text: Form = { scalar: 'text' };
const texts: Form = { scalar: 'text', list: text };
const flag: Form = { scalar: 'flag' };
const number: Form = { scalar: 'number' };
const conditions: Form = { map: { others: texts } };
const anything: Form = {
  scalar: 'text',
  get list() {
    return anything;
  },
  map: {
    get others() {
      return anything;
    },
  },
};

const words = { zh: text, en: text };
const state: Form = { scalar: 'state' };
const valueList: Form = {
  map: { others: { filled: true, map: { keys: () => ({ ...words, aliases: texts, code: { scalar: 'code' } }) } } },
};
const sections: Form = {
  map: {
    get others() {
      return section;
    },
  },
};
const section: Form = {
  map: {
    keys: () => ({
      ...words,
      aliases: texts,
      required: flag,
      required_from: state,
      required_if: conditions,
      rule: text,
      min: number,
      hint: { map: { keys: () => words } },
      sections,
    }),
  },
};

const fields: Form = {
  map: {
    get others() {
      return field;
    },
  },
};
const field: Form = {
  map: {
    keys: () => ({
      ...words,
      aliases: texts,
      type: { scalar: 'type' },
      required: flag,
      required_from: state,
      required_if: conditions,
      rule: text,
      derived: text,
      default: anything,
      default_from: text,
      enum: { scalar: 'enum', ...valueList },
      fields,
      of: field,
      table: { scalar: 'text', list: text, map: { others: { map: { others: text } } } },
      to: texts,
      relation: { scalar: 'relation' },
      pattern: { scalar: 'pattern' },
      min: number,
      max: number,
      items_min: number,
      from_records: flag,
      meaning: flag,
      spares: texts,
      answered_by: { scalar: 'relation' },
      script: flag,
      lasts: flag,
      bands: { map: { others: number } },
      by_id: { map: { others: { scalar: 'pattern' } } },
    }),
  },
};

const states: Form = {
  scalar: 'states',
  map: {
    others: {
      map: {
        keys: () => ({
          ...words,
          aliases: texts,
          to: several('state'),
          reached: several('state'),
          side: flag,
          resting: flag,
          final: flag,
          signs: flag,
        }),
      },
    },
  },
};

const ledger: Form = {
  map: {
    keys: () => ({
      named: flag,
      sheet: text,
      within: texts,
      columns: { list: { map: { keys: () => ({ field: text, ...words, after: text }) } } },
    }),
  },
};

const takesOver: Form = {
  map: {
    others: {
      map: {
        keys: () => ({
          sections: { map: { others: text } },
          values: { map: { others: { map: { keys: () => ({ of: text, as: { map: { others: text } } }) } } } },
        }),
      },
    },
  },
};

/** Items and relations that a file defines beside its kind; those of `items.yml` and `relations.yml` have the same form. */
const itemKinds: Form = {
  map: {
    others: {
      map: {
        keys: () => ({
          label: { map: { keys: () => words } },
          id: { scalar: 'id' },
          kinds: texts,
          form: { scalar: 'form' },
          field: text,
          traced: flag,
          column: { map: { keys: () => ({ key: text, ...words }) } },
          covered_by: texts,
          attributes: fields,
        }),
      },
    },
  },
};

const relations: Form = {
  map: {
    others: {
      map: {
        keys: () => ({
          ...words,
          aliases: texts,
          from: texts,
          to: texts,
          owes: flag,
          reach: { scalar: 'reach' },
          inverse: { map: { keys: () => words } },
        }),
      },
    },
  },
};

/** The form of a whole file. */
export const KIND_FORM: Form = {
  map: {
    keys: () => ({
      kind: text,
      label: { map: { keys: () => words } },
      aliases: texts,
      id: { scalar: 'id' },
      numbered: { scalar: 'numbered' },
      folder: text,
      files: texts,
      takes: several('group'),
      versions: { scalar: 'versions' },
      place: number,
      impact: { scalar: 'impact' },
      service_class: text,
      made_by: text,
      finished: several('state'),
      approves: flag,
      ledger,
      takes_over: takesOver,
      items: itemKinds,
      relations,
      event: text,
      states,
      fields,
      times: texts,
      links: several('relation'),
      sections,
      enums: { map: { others: valueList } },
      signers: { list: { map: { keys: () => ({ role: text, from: state, if: conditions, rule: text }) } } },
    }),
  },
};

function several(choice: Choice): Form {
  return { scalar: choice, list: { scalar: choice } };
}
