import type { OperationTypeNode } from 'graphql';
import type { SubgraphCall, Variables } from '../types.ts';
import type { Running } from './request.ts';

/** What all calls of one fetch have in common. */
export interface CallTemplate {
  readonly service: string;
  readonly type: OperationTypeNode;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly selectsFloats: boolean;
}

/** The text before a call's variables. */
export function headOf({ query, operationName }: CallTemplate): string {
  const name = operationName === undefined ? '' : `"operationName":${JSON.stringify(operationName)},`;
  return `{"query":${JSON.stringify(query)},${name}"variables":`;
}

/** A call whose variables exist as text; most callers need no more of it. */
export class Call<Context> implements SubgraphCall<Context> {
  readonly #template: CallTemplate;
  readonly #head: string;
  readonly #variables: string;
  readonly context: Context;
  readonly signal: AbortSignal | undefined;

  constructor(template: CallTemplate, head: string, variables: string, { context, signal }: Running<Context>) {
    this.#template = template;
    this.#head = head;
    this.#variables = variables;
    this.context = context;
    this.signal = signal;
  }

  get service(): string {
    return this.#template.service;
  }

  get type(): OperationTypeNode {
    return this.#template.type;
  }

  get query(): string {
    return this.#template.query;
  }

  get operationName(): string | undefined {
    return this.#template.operationName;
  }

  get selectsFloats(): boolean {
    return this.#template.selectsFloats;
  }

  get body(): string {
    return `${this.#head}${this.#variables}}`;
  }

  get variables(): Record<string, unknown> {
    return JSON.parse(this.#variables);
  }
}

/** The variables that a fetch uses, as members of a JSON object, each with a comma before it. */
export function variablesText(usages: readonly string[], variables: Variables): string {
  let text = '';
  for (const name of usages) {
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value !== undefined) text += `,${JSON.stringify(name)}:${JSON.stringify(value)}`;
  }
  return text;
}
