import { readProperty } from '../data/property.ts';
import { ALWAYS } from './conditions.ts';
import type { Notation, PlacedValue, Value } from './functions.ts';
import { hasForm } from './leaves.ts';

const QUOTES_COLON_COMMA = 4;

/** Makes plain objects. */
export const valueNotation: Notation = { nothing: 'null', declarations: '', object, list };

function object(places: readonly PlacedValue[]): string {
  const keys = places.reduce((total, { field }) => total + field.clientKey.length + QUOTES_COLON_COMMA, 1);
  return `if((size+=${keys})>max)tooLarge(size);${objectCode(places)}`;
}

function objectCode(places: readonly PlacedValue[]): string {
  if (places.some((place) => place.condition !== ALWAYS)) return conditionalObject(places);
  const values = places.map(({ field, value }, i) => read(value, `v${i}`, readProperty('o', field.key), 'fail()'));
  return `${values.join('')}return{${places.map(({ field }, i) => `${JSON.stringify(field.clientKey)}:v${i}`).join(',')}}`;
}

function conditionalObject(places: readonly PlacedValue[]): string {
  const values = places.map(({ field, condition, value }) => {
    const write = `${read(value, 'v', readProperty('o', field.key), 'fail()')}made[${JSON.stringify(field.clientKey)}]=v;`;
    return `${condition === ALWAYS ? '' : `if(${condition})`}{${write}}`;
  });
  return `const made={};${values.join('')}return made`;
}

function list(item: Value, refuse: string): string {
  return `if((size+=list.length)>max)tooLarge(size);const made=new Array(list.length);for(let i=0;i<list.length;i++){${read(item, 'v', 'list[i]', refuse)}made[i]=v}return made`;
}

/** Declares `variable` with the value that was found in `source`, as the response has it. */
function read(value: Value, variable: string, source: string, refuse: string): string {
  if (value.kind === 'typename') return `const ${variable}=${JSON.stringify(value.name)};`;
  if (value.kind === 'call') {
    const call = `const ${variable}=${value.function}(${source});`;
    return value.nonNull ? `${call}if(${variable}===undefined)return ${refuse};` : call;
  }
  const found = `let ${variable}=${source};`;
  const fits = hasForm(value.forms, variable);
  const asText = value.forms.some(({ written }) => written === 'digits')
    ? `if(typeof ${variable}==='number')${variable}=String(${variable});else if(typeof ${variable}==='object'&&${variable}!==null)${variable}=${variable}.rawJSON;`
    : '';
  const counted = `${asText}if(typeof ${variable}==='string')size+=${variable}.length;`;
  if (value.nonNull) return `${found}if(!(${fits}))return ${refuse};${counted}`;
  return `${found}if(!(${fits})){if(${variable}!==null&&${variable}!==undefined)invalid=true;${variable}=null}${counted}`;
}
