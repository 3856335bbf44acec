import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import type { Limits, Variables } from './limits.ts';
import { listTooLong, NOTHING, together, type Size } from './query-refusal.ts';

/** Throws the first reason to refuse any operation of this document. */
export function checkSize(
  schema: GraphQLSchema,
  document: DocumentNode,
  limits: Limits,
  variables?: Variables,
): void {
  const ruler = new Ruler(schema, document, limits, variables);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) ruler.measure(definition);
  }
}

/** How many rows a list is taken for when the query does not say. */
const TYPICAL_LIST = 10;
const LARGEST_PAGE = 100;

/**
 * One pass: a fragment is walked once, however often it is spread. A part that is too large by itself stops
 * the pass, because whatever holds it can only be larger.
 */
class Ruler {
  readonly #schema: GraphQLSchema;
  readonly #limits: Limits;
  readonly #variables: Variables | undefined;
  readonly #definitions = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<string, Size>();

  constructor(schema: GraphQLSchema, document: DocumentNode, limits: Limits, variables?: Variables) {
    this.#schema = schema;
    this.#limits = limits;
    this.#variables = variables;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        this.#definitions.set(definition.name.value, definition);
    }
  }

  measure({ operation, selectionSet, directives, variableDefinitions = [] }: OperationDefinitionNode): void {
    let size = { ...NOTHING, directives: this.#directives(directives) };
    for (const variable of variableDefinitions) {
      if (variable.defaultValue) this.#value(variable.defaultValue);
      size = this.#sum(size, { ...NOTHING, directives: this.#directives(variable.directives) });
    }
    const root = this.#schema.getRootType(operation) ?? undefined;
    this.#sum(size, this.#selections(selectionSet.selections, root));
  }

  #selections(selections: readonly SelectionNode[], parent: GraphQLNamedType | undefined): Size {
    let size = NOTHING;
    const names = new Set<string>();
    for (const node of selections) {
      size = this.#sum(size, this.#selection(node, parent));
      if (node.kind !== Kind.FIELD || node.alias) continue;
      // The same field twice in one set is never needed, and comparing the two is what costs.
      if (names.has(node.name.value)) size = this.#sum(size, { ...NOTHING, aliases: 1 });
      names.add(node.name.value);
    }
    return size;
  }

  #selection(node: SelectionNode, parent: GraphQLNamedType | undefined): Size {
    const directives = this.#directives(node.directives);
    if (node.kind === Kind.FIELD) return this.#field(node, parent, directives);
    const inner =
      node.kind === Kind.FRAGMENT_SPREAD
        ? this.#fragment(node.name.value)
        : this.#selections(
            node.selectionSet.selections,
            this.#type(node.typeCondition?.name.value) ?? parent,
          );
    return { ...inner, directives: inner.directives + directives };
  }

  #fragment(name: string): Size {
    const before = this.#measured.get(name);
    if (before) return before;
    // Until it is measured it counts for nothing: a fragment within itself ends here and fails validation.
    this.#measured.set(name, NOTHING);
    const definition = this.#definitions.get(name);
    if (!definition) return NOTHING;

    const { selectionSet, typeCondition } = definition;
    const inner = this.#selections(selectionSet.selections, this.#type(typeCondition.name.value));
    const size = { ...inner, directives: inner.directives + this.#directives(definition.directives) };
    this.#measured.set(name, size);
    return size;
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined, directives: number): Size {
    const name = node.name.value;
    for (const argument of node.arguments ?? []) this.#value(argument.value);
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = field ? getNamedType(field.type) : this.#type(META_TYPES.get(name));
    const inner = node.selectionSet ? this.#selections(node.selectionSet.selections, type) : NOTHING;
    const looksInward = name.startsWith('__') || Boolean(parent?.name.startsWith('__'));
    return {
      depth: looksInward ? 0 : inner.depth + 1,
      introspectionDepth: looksInward || inner.introspectionDepth > 0 ? inner.introspectionDepth + 1 : 0,
      cost: 1 + inner.cost * (looksInward ? 1 : this.#times(node, field, parent)),
      aliases: inner.aliases + (node.alias ? 1 : 0),
      directives: inner.directives + directives,
    };
  }

  /** How often the children of a field are asked for. */
  #times(node: FieldNode, field: Field | undefined, parent: GraphQLNamedType | undefined): number {
    const given = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
    if (given) return Math.max(this.#number(given), 1);
    const paged = field?.args.find((argument) => argument.name === 'first');
    if (paged) return typeof paged.defaultValue === 'number' ? paged.defaultValue : TYPICAL_LIST;
    // The edges of a connection, and the rows of another paged list, were counted where its length was given.
    if (!field || /(Connection|List)$/.test(parent?.name ?? '')) return 1;
    return isListType(getNullableType(field.type)) ? TYPICAL_LIST : 1;
  }

  #number(value: ValueNode): number {
    if (value.kind === Kind.INT) return Number(value.value);
    const given = value.kind === Kind.VARIABLE ? this.#variables?.[value.name.value] : undefined;
    return typeof given === 'number' ? given : LARGEST_PAGE;
  }

  #directives(directives: readonly (DirectiveNode | ConstDirectiveNode)[] = []): number {
    for (const directive of directives) {
      for (const argument of directive.arguments ?? []) this.#value(argument.value);
    }
    return directives.length;
  }

  #value(value: ValueNode): void {
    if (value.kind === Kind.OBJECT) for (const field of value.fields) this.#value(field.value);
    if (value.kind !== Kind.LIST) return;
    if (value.values.length > this.#limits.listArguments) listTooLong(this.#limits);
    for (const inner of value.values) this.#value(inner);
  }

  #type(name: string | undefined): GraphQLNamedType | undefined {
    return name ? this.#schema.getType(name) : undefined;
  }

  #sum(a: Size, b: Size): Size {
    return together(a, b, this.#limits);
  }
}

type Field = GraphQLField<unknown, unknown>;

const META_TYPES = new Map([
  ['__schema', '__Schema'],
  ['__type', '__Type'],
]);
