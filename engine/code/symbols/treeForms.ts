/** For each grammar, which nodes are symbols and which hold some. What is not named here holds none: bodies of functions, expressions. */
export interface TreeForm {
  readonly classes: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** Hold symbols and are none: bodies, namespaces, conditions of a preprocessor. */
  readonly passes: ReadonlySet<string>;
  /** Belong to the one symbol in them: `export …`, `template <…> …`. */
  readonly wraps?: ReadonlySet<string>;
  /** Stand before a symbol and belong to it. */
  readonly leads?: ReadonlySet<string>;
  /** Declarations of variables, which are functions where their value is one. */
  readonly variables?: ReadonlySet<string>;
  /** Constants, fields and type aliases of another form. */
  readonly values?: ReadonlySet<string>;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

const SCRIPT: TreeForm = {
  classes: set(
    'class_declaration abstract_class_declaration interface_declaration enum_declaration internal_module module',
  ),
  functions: set(
    'function_declaration generator_function_declaration function_signature method_definition method_signature abstract_method_signature',
  ),
  passes: set('program class_body interface_body object_type statement_block'),
  wraps: set('export_statement ambient_declaration expression_statement'),
  leads: set('decorator'),
  variables: set('lexical_declaration variable_declaration'),
  values: set('type_alias_declaration public_field_definition field_definition'),
};

export const TREE_FORMS: Readonly<Record<string, TreeForm>> = {
  java: {
    classes: set(
      'class_declaration interface_declaration enum_declaration record_declaration annotation_type_declaration',
    ),
    functions: set(
      'method_declaration constructor_declaration compact_constructor_declaration annotation_type_element_declaration',
    ),
    passes: set('program class_body interface_body enum_body enum_body_declarations annotation_type_body'),
    variables: set('field_declaration constant_declaration'),
  },
  typescript: SCRIPT,
  tsx: SCRIPT,
  javascript: SCRIPT,
  python: {
    classes: set('class_definition'),
    functions: set('function_definition'),
    passes: set(
      'module block if_statement elif_clause else_clause try_statement except_clause finally_clause with_statement for_statement while_statement',
    ),
    wraps: set('decorated_definition expression_statement'),
    values: set('assignment'),
  },
  go: {
    classes: set('type_spec type_alias'),
    functions: set('function_declaration method_declaration method_elem'),
    passes: set('source_file interface_type var_spec_list'),
    wraps: set('type_declaration const_declaration var_declaration'),
    values: set('const_spec var_spec'),
  },
  csharp: {
    classes: set(
      'class_declaration interface_declaration struct_declaration enum_declaration record_declaration record_struct_declaration',
    ),
    functions: set(
      'method_declaration constructor_declaration destructor_declaration operator_declaration conversion_operator_declaration delegate_declaration',
    ),
    passes: set(
      'compilation_unit namespace_declaration file_scoped_namespace_declaration declaration_list preproc_if preproc_elif preproc_else',
    ),
  },
  php: {
    classes: set('class_declaration interface_declaration trait_declaration enum_declaration'),
    functions: set('method_declaration function_definition'),
    passes: set(
      'program namespace_definition declaration_list enum_declaration_list compound_statement if_statement else_clause else_if_clause',
    ),
  },
  cpp: {
    classes: set('class_specifier struct_specifier union_specifier enum_specifier'),
    functions: set('function_definition declaration field_declaration'),
    passes: set(
      'translation_unit namespace_definition declaration_list field_declaration_list type_definition preproc_if preproc_ifdef preproc_else preproc_elif',
    ),
    wraps: set('template_declaration linkage_specification'),
  },
  rust: {
    classes: set('struct_item enum_item union_item trait_item impl_item mod_item'),
    functions: set('function_item function_signature_item'),
    passes: set('source_file declaration_list foreign_mod_item'),
    leads: set('attribute_item'),
    values: set('const_item static_item type_item'),
  },
};
