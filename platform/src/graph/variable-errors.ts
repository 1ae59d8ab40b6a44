const BEGINNING = /^Variable "\$(\w+)" got invalid value /;
const PLACE = / at "([\w.[\]]+)"; /;

/** What GraphQL says is wrong with a value, up to where it repeats it. */
const REASONS = [
  /; (Expected (?:non-nullable )?type "[^"]+"(?: to be an object| not to be null)?\.)[^]*$/,
  /; (Field "\w+" of required type "[^"]+" was not provided\.)$/,
  /; (Field "\w+" is not defined by type "[^"]+"\.)[^;]*$/,
  /; (Exactly one key must be specified for OneOf type "[^"]+"\.)$/,
  /; (An? [A-Z]\w+ is [^;]+)$/,
  /; ((?:\w+|Enum "\w+") cannot represent [^:]*):[^]*$/,
  /; (Value) "[^]*" (does not exist in "\w+" enum\.)[^;]*$/,
];

/** Where and why stand at the end, behind the value, which may be of any size. */
const MAX_END_LENGTH = 1_000;

/** The message of an error without the value of the variable that it is about, which may be a password. */
export function withoutVariable(told: string): string {
  const [, name] = BEGINNING.exec(told) ?? [];
  if (name === undefined) return told;
  const message = told.slice(-MAX_END_LENGTH);
  const place = PLACE.exec(message)?.[1];
  const reason = REASONS.map((form) => form.exec(message)?.slice(1).join(' ')).find((found) => found !== undefined);
  const said = reason ?? 'It does not fit its type';
  return `Variable "$${name}" got invalid value${place ? ` at "${place}"` : ''}; ${said.replace(/\.?$/, '.')}`;
}
