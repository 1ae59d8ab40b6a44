/** Whether a column says something about a person. `of` is the property that names whom, by a path over references where need be. */
export type Declaration =
  | { readonly kind: 'personal'; readonly of: string }
  | { readonly kind: 'kept by law'; readonly of: string }
  | { readonly kind: 'impersonal' };

/** What is said of the columns of tables that no entity describes, by table and column. */
export type TableDeclarations = Readonly<Record<string, Readonly<Record<string, Declaration>>>>;

const DECLARATION = Symbol('declaration');

/** Properties that say something about the person whom `of` names: they are to go when that person asks for it. */
export function personal<Properties extends object>(of: string, properties: Properties): Properties {
  return declared(properties, { kind: 'personal', of });
}

/** Properties that say something about the person whom `of` names, which the law has us keep. */
export function keptByLaw<Properties extends object>(of: string, properties: Properties): Properties {
  return declared(properties, { kind: 'kept by law', of });
}

/** Properties that say nothing about a person. */
export function impersonal<Properties extends object>(properties: Properties): Properties {
  return declared(properties, { kind: 'impersonal' });
}

/** What was declared of a property, given its options; undefined where nothing was. */
export function declarationOf(options: object): Declaration | undefined {
  return (options as Partial<Record<typeof DECLARATION, Declaration>>)[DECLARATION];
}

interface Builder {
  readonly '~options': object;
}

/** MikroORM copies the options of a property, and what else stands in them, wherever it needs them. */
function declared<Properties extends object>(properties: Properties, declaration: Declaration): Properties {
  const mark = (builder: Builder): Builder => {
    Object.assign(builder['~options'], { [DECLARATION]: declaration });
    return builder;
  };
  const marked = Object.entries(properties).map(([name, property]: [string, Builder | (() => Builder)]) => [
    name,
    typeof property === 'function' ? () => mark(property()) : mark(property),
  ]);
  return Object.fromEntries(marked) as Properties;
}
