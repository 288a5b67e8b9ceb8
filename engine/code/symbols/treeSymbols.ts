/** A syntax tree → the symbols in it, outermost first. */
import type { Span } from '../../base/text.ts';
import { DEEPEST, type FoundSymbol } from './found.ts';
import { plainSymbolName } from './plainName.ts';
import type { SyntaxNode } from './syntax.ts';
import type { TreeForm } from './treeForms.ts';

/** Classes, functions and constants that `form` names, in the order of the tree. */
export function treeSymbols(text: string, root: SyntaxNode, form: TreeForm): readonly FoundSymbol[] {
  const found: FoundSymbol[] = [];
  new TreeReader(text, form, found).inside(root, undefined);
  return found;
}

class TreeReader {
  readonly #text: string;
  readonly #form: TreeForm;
  readonly #found: FoundSymbol[];
  #depth = 0;

  constructor(text: string, form: TreeForm, found: FoundSymbol[]) {
    this.#text = text;
    this.#form = form;
    this.#found = found;
  }

  inside(node: SyntaxNode, parent: FoundSymbol | undefined): void {
    let lead: SyntaxNode | undefined;
    if (this.#depth >= DEEPEST) return;
    this.#depth += 1;
    for (const child of node.children) {
      if (child === null || child.type.includes('comment')) continue;
      if (this.#form.leads?.has(child.type)) {
        lead ??= child;
        continue;
      }
      this.#node(child, { start: (lead ?? child).startIndex, end: child.endIndex }, parent);
      lead = undefined;
    }
    this.#depth -= 1;
  }

  #node(node: SyntaxNode, span: Span, parent: FoundSymbol | undefined): void {
    const { classes, functions, passes, wraps, variables, values } = this.#form;
    if (wraps?.has(node.type)) this.#wrapped(node, span, parent);
    else if (variables?.has(node.type)) this.#variables(node, span, parent);
    else if (values?.has(node.type)) this.#value(node, span, parent);
    else if (functions.has(node.type)) this.#function(node, span, parent);
    else if (classes.has(node.type)) this.#class(node, span, parent);
    else if (passes.has(node.type) || node.type === ERROR) this.inside(node, parent);
  }

  /** A group of several is no symbol of its own. */
  #wrapped(node: SyntaxNode, span: Span, parent: FoundSymbol | undefined): void {
    const object = defaultObject(node);
    if (object !== undefined) return this.#objectMembers(object, '');
    const { classes, functions, values } = this.#form;
    const held = node.children.filter(
      child => child !== null && [classes, functions, values].some(some => some?.has(child.type)),
    );
    for (const child of node.children) {
      if (child === null || child.type.includes('comment') || this.#form.leads?.has(child.type)) continue;
      this.#node(child, held.length > 1 ? spanOf(child) : span, parent);
    }
  }

  /** Of a component: `export default { methods: { f() { … } } }`. */
  #objectMembers(object: SyntaxNode, group: string): void {
    for (const member of object.children) {
      const name = member?.childForFieldName(member.type === 'pair' ? 'key' : 'name');
      if (!member || !name || name.type === 'computed_property_name') continue;
      const value = member.type === 'pair' ? member.childForFieldName('value') : member;
      const isFunction = value !== null && (member.type === 'method_definition' || FUNCTION_VALUES.test(value.type));
      if (isFunction) this.#add('function', name, spanOf(member), undefined, listOf(value), undefined, group);
      else if (value?.type === 'object' && group === '')
        this.#objectMembers(value, `${plainSymbolName(this.#text.slice(name.startIndex, name.endIndex))}.`);
    }
  }

  #class(node: SyntaxNode, span: Span, parent: FoundSymbol | undefined): void {
    const body = node.childForFieldName('body');
    // `struct A f();` and `mod a;` name what is defined elsewhere.
    const isDefined = body !== null || !/_specifier$|^mod_item$/.test(node.type);
    const name = node.childForFieldName(node.type === 'impl_item' ? 'type' : 'name');
    if (name === null || !isDefined) return;
    const own = this.#add(
      'class',
      name,
      span,
      parent,
      node.childForFieldName('parameters') ?? childOf(node, 'parameter_list'),
    );
    if (node.type === 'impl_item') this.#found.pop();
    const inner = body ?? node.childForFieldName('type');
    if (inner !== null) this.inside(inner, own);
  }

  #function(node: SyntaxNode, span: Span, parent: FoundSymbol | undefined): void {
    const declarator = declaratorOf(node);
    if (declarator === undefined) this.inside(node, parent);
    const named = declarator ?? node;
    const name =
      named.childForFieldName('name') ?? named.childForFieldName('declarator') ?? named.childForFieldName('operator');
    if (name === null || declarator === undefined || (declarator !== node && this.#isMacro(node, name, parent))) return;
    this.#add(
      'function',
      this.#whole(node, name),
      span,
      parent,
      named.childForFieldName('parameters'),
      receiverOf(node),
    );
  }

  /** `TEST(a) { … }`: what has no type and is no constructor. */
  #isMacro(node: SyntaxNode, name: SyntaxNode, parent: FoundSymbol | undefined): boolean {
    return (
      node.childForFieldName('type') === null &&
      name.type === 'identifier' &&
      this.#text.slice(name.startIndex, name.endIndex) !== parent?.name
    );
  }

  /** `~C` of a destructor, `operator +`. */
  #whole(node: SyntaxNode, name: SyntaxNode): Pick<SyntaxNode, 'startIndex' | 'endIndex'> {
    const mark = node.children.find(child => child?.type === '~' || child?.type === 'operator');
    return { startIndex: mark?.startIndex ?? name.startIndex, endIndex: name.endIndex };
  }

  #variables(node: SyntaxNode, span: Span, parent: FoundSymbol | undefined): void {
    const declared = node.children.filter(child => child?.type === 'variable_declarator');
    for (const one of declared) {
      const value = one?.childForFieldName('value');
      const name = one?.childForFieldName('name');
      if (!one || !name || name.type !== 'identifier') continue;
      const isFunction = value && FUNCTION_VALUES.test(value.type);
      const list = isFunction ? listOf(value) : undefined;
      this.#add(isFunction ? 'function' : 'value', name, declared.length === 1 ? span : spanOf(one), parent, list);
    }
  }

  #value(node: SyntaxNode, span: Span, parent: FoundSymbol | undefined): void {
    const name = ['name', 'left', 'property'].map(field => node.childForFieldName(field)).find(child => child !== null);
    if (name && name.type.endsWith('identifier')) this.#add('value', name, span, parent, undefined);
  }

  #add(
    sort: FoundSymbol['sort'],
    name: Pick<SyntaxNode, 'startIndex' | 'endIndex'>,
    span: Span,
    parent: FoundSymbol | undefined,
    list: SyntaxNode | null | undefined,
    receiver: SyntaxNode | undefined = undefined,
    group = '',
  ): FoundSymbol {
    const nameSpan = spanOf(name);
    const of = receiver === undefined ? group : `${this.#text.slice(receiver.startIndex, receiver.endIndex)}.`;
    const found: FoundSymbol = {
      sort,
      name: of + plainSymbolName(this.#text.slice(nameSpan.start, nameSpan.end)),
      parent,
      span,
      nameSpan,
      list: list ? spanOf(list) : undefined,
    };
    this.#found.push(found);
    return found;
  }
}

/** What the grammar does not account for; around and within it there may be whole symbols. */
const ERROR = 'ERROR';

const FUNCTION_VALUES = /^(?:arrow_function|(?:generator_)?function(?:_expression)?)$/;

function listOf(value: SyntaxNode): SyntaxNode | null {
  return value.childForFieldName('parameters') ?? value.childForFieldName('parameter');
}

/** The object of `export default { … }` or `export default defineComponent({ … })`. */
function defaultObject(node: SyntaxNode): SyntaxNode | undefined {
  const value = node.type === 'export_statement' ? node.childForFieldName('value') : null;
  if (value?.type !== 'call_expression') return value?.type === 'object' ? value : undefined;
  const [first] =
    value
      .childForFieldName('arguments')
      ?.children.filter(child => child !== null && !/^[(]$|comment/.test(child.type)) ?? [];
  return first?.type === 'object' ? first : undefined;
}

function spanOf({ startIndex, endIndex }: Pick<SyntaxNode, 'startIndex' | 'endIndex'>): Span {
  return { start: startIndex, end: endIndex };
}

function childOf(node: SyntaxNode, type: string): SyntaxNode | undefined {
  return node.children.find(child => child?.type === type) ?? undefined;
}

/** In C the name is deep within: `char *(*f(int a))`. Undefined for a declaration of something else. */
function declaratorOf(node: SyntaxNode): SyntaxNode | undefined {
  const isC =
    node.type === 'declaration' || node.type === 'field_declaration' || node.childForFieldName('declarator') !== null;
  if (!isC) return node;
  let at = node.childForFieldName('declarator');
  while (at !== null && at.type !== 'function_declarator') {
    at = at.childForFieldName('declarator') ?? at.children.find(child => child?.type === 'function_declarator') ?? null;
  }
  const name = at?.childForFieldName('declarator');
  return at && name && !/declarator/.test(name.type) ? at : undefined;
}

/** Of a method in Go, the name of the type it belongs to. */
function receiverOf(node: SyntaxNode): SyntaxNode | undefined {
  const [first] =
    node.childForFieldName('receiver')?.children.filter(child => child?.type === 'parameter_declaration') ?? [];
  let at = first?.childForFieldName('type') ?? undefined;
  while (at && at.type !== 'type_identifier')
    at = at.childForFieldName('type') ?? at.children.findLast(child => child?.type.includes('type')) ?? undefined;
  return at;
}
