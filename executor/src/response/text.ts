import { readProperty } from '../data/property.ts';
import { ALWAYS } from './conditions.ts';
import { SELF, type Notation, type PlacedValue, type Value } from './functions.ts';
import type { LeafForm } from './leaves.ts';

/**
 * Writes JSON text. Everything that is known beforehand (keys, quotes, commas, type names) is joined into as few literals as
 * possible. `escapeFree` leaves out the look for characters that need an escape.
 */
export function textNotation(escapeFree: boolean): Notation {
  return {
    nothing: `'null'`,
    declarations: escapeFree ? SHARED_TEXTS : ESCAPED + SHARED_TEXTS,
    object: (places) => new TextCode(escapeFree).object(places),
    list: (item, refuse) => new TextCode(escapeFree).list(item, refuse),
  };
}

// Characters that a JSON string does not hold as they are, and halves of surrogate pairs (where whole ones are taken along).
const ESCAPED = `const UNSAFE=/[^ !#-\\[\\]-\\ud7ff\\ue000-\\uffff]/;
function escaped(s){return UNSAFE.test(s)?JSON.stringify(s).slice(1,-1):s}
`;

// A text is kept only while nothing was invalid, so that who reads it does not miss a fault.
const SHARED_TEXTS = `function keep(o,name,text){const texts=shared.get(o);if(texts!==undefined&&!invalid)texts[name]=text;return text}
`;

// Where something of any length was added; what is added elsewhere is as long as the operation or a value.
const CHECK = 'if(s.length>max)tooLarge(s.length);';

/** The code of one function: `s` is the text so far, `v` the value at hand. */
class TextCode {
  #code = '';
  /** Text that comes next in any case: it is written together with what follows it. */
  #literal = '';
  readonly #stringOf: (value: string) => string;

  constructor(escapeFree: boolean) {
    this.#stringOf = escapeFree ? (value) => value : (value) => `escaped(${value})`;
  }

  object(places: readonly PlacedValue[]): string {
    this.#code += `if(shared!==null){const texts=shared.get(o);if(texts!==undefined&&texts.${SELF}!==undefined)return texts.${SELF}}let v,s='';`;
    this.#literal = '{';
    let comma: 'never' | 'perhaps' | 'always' = 'never';
    for (const { field, condition, value } of places) {
      const conditional = condition !== ALWAYS;
      if (conditional) this.#flush(`${comma === 'never' ? `let comma='';` : ''}if(${condition}){`);
      if (comma === 'perhaps') this.#append('comma');
      if (comma === 'always') this.#literal += ',';
      this.#literal += `${JSON.stringify(field.clientKey)}:`;
      this.#value(value, readProperty('o', field.key), 'fail()');
      if (conditional) this.#flush(comma === 'always' ? '}' : `comma=','}`);
      if (!conditional) comma = 'always';
      else if (comma === 'never') comma = 'perhaps';
    }
    this.#literal += '}';
    this.#flush();
    return `${this.#code}return shared===null?s:keep(o,"${SELF}",s)`;
  }

  list(item: Value, refuse: string): string {
    this.#code += `let v,s='[';for(let i=0;i<list.length;i++){if(i!==0)s+=',';`;
    this.#value(item, 'list[i]', refuse);
    this.#flush();
    return `${this.#code}${CHECK}}return s+']'`;
  }

  #value(value: Value, source: string, refuse: string): void {
    if (value.kind === 'typename') {
      this.#literal += JSON.stringify(value.name);
      return;
    }
    if (value.kind === 'leaf') {
      this.#code += `v=${source};`;
      this.#leaf(value.forms, value.nonNull, refuse);
      return;
    }
    if (!value.nonNull) {
      this.#append(`${value.function}(${source})`);
      this.#code += CHECK;
      return;
    }
    this.#code += `v=${value.function}(${source});if(v===undefined)return ${refuse};`;
    this.#append('v');
    this.#code += CHECK;
  }

  #leaf(forms: readonly LeafForm[], nonNull: boolean, refuse: string): void {
    const [only, ...others] = forms;
    if (only && others.length === 0 && nonNull) {
      this.#code += `if(!(${only.test('v')}))return ${refuse};`;
      this.#form(only);
      return;
    }
    const before = this.#literal;
    const branch = (write: () => void): string => {
      const outer = this.#code;
      this.#code = '';
      this.#literal = before;
      write();
      this.#flush();
      const code = this.#code;
      this.#code = outer;
      return `{${code}}`;
    };
    const branches = forms.map((form) => `if(${form.test('v')})${branch(() => this.#form(form))}else `).join('');
    const nothing = branch(() => (this.#literal += 'null'));
    this.#code += branches + (nonNull ? `return ${refuse};` : `{if(v!==null&&v!==undefined)invalid=true;${nothing}}`);
  }

  #form(form: LeafForm): void {
    switch (form.written) {
      case 'string':
      case 'name':
      case 'digits':
      case 'raw digits':
        this.#literal += '"';
        this.#append(form.written === 'string' ? this.#stringOf('v') : form.written === 'raw digits' ? 'v.rawJSON' : 'v');
        this.#literal = '"';
        return;
      case 'number':
        this.#append('v');
        return;
      case 'raw number':
        this.#append('v.rawJSON');
        return;
      case 'json':
        this.#append(`(JSON.stringify(v)??'null')`);
        return;
      case 'true':
      case 'false':
        this.#literal += form.written;
    }
  }

  #append(expression: string): void {
    this.#code += this.#literal === '' ? `s+=${expression};` : `s+=${JSON.stringify(this.#literal)}+${expression};`;
    this.#literal = '';
  }

  #flush(next = ''): void {
    if (this.#literal !== '') this.#code += `s+=${JSON.stringify(this.#literal)};`;
    this.#code += next;
    this.#literal = '';
  }
}
