import { searchText, term } from '@agora/platform/input/input';
import type { PageArgs } from '@agora/platform/reading/connection';
import { type ListOrder, type SortKey, sortedBy } from '@agora/platform/reading/list-order';
import type { Bind } from '@agora/platform/reading/reader';
import * as z from 'zod';
import { PROFILE_KINDS } from '../model/profile.ts';

/** `ProfileFilterInput` of the graph, checked. */
export const ProfileFilter = z.object({
  kind: z.enum(PROFILE_KINDS).nullish(),
  query: searchText(100).nullish(),
  skillKeys: z.array(term(60)).max(20).nullish(),
  countryCodes: z.array(z.string()).nullish(),
  languages: z.array(z.string()).nullish(),
  isVerifiedSeller: z.boolean().nullish(),
  isAvailable: z.boolean().nullish(),
});
export type ProfileFilter = z.output<typeof ProfileFilter>;

export interface ProfileSort {
  readonly field: 'CREATED_AT' | 'NAME' | 'RELEVANCE';
  readonly direction: SortKey['direction'];
}

export interface ProfilesArgs extends PageArgs {
  readonly filter: ProfileFilter;
  readonly sort: ProfileSort;
}

const IS_AVAILABLE = `profile.kind = 'SPECIALIST' and coalesce((profile.details -> 'SPECIALIST' ->> 'isAvailable')::boolean, false)`;

export function conditionsOf({ filter }: ProfilesArgs, bind: Bind): string[] {
  const { kind, query, skillKeys, countryCodes, languages, isVerifiedSeller, isAvailable } = filter;
  return [
    '(select is_listed and suspended_at is null from account where account.id = profile.account_id)',
    ...(kind ? [`profile.kind = ${bind(kind)}`] : []),
    ...(query ? [`profile.search @@ ${wordsOf(query, bind)}`] : []),
    ...(skillKeys ?? []).map((key) => `profile.account_id in (${holdersOf(key, bind)})`),
    ...(countryCodes ? [`profile.country_code = any(${bind(countryCodes)}::text[])`] : []),
    ...(languages ? [`search.language_ranges(profile.languages) && ${bind(languages.map((tag) => tag.toLowerCase()))}::text[]`] : []),
    ...(typeof isVerifiedSeller === 'boolean' ? [`profile.is_verified_seller = ${bind(isVerifiedSeller)}::boolean`] : []),
    ...(typeof isAvailable === 'boolean' ? [isAvailable ? IS_AVAILABLE : `not (${IS_AVAILABLE})`] : []),
  ];
}

export function orderOf({ filter: { query }, sort: { field: wanted, direction } }: ProfilesArgs, bind: Bind): ListOrder {
  // Without words there is no relevance; a cursor of one order must not be taken for one of the other.
  const field = wanted === 'RELEVANCE' && !query ? 'CREATED_AT' : wanted;
  return sortedBy(
    `profiles by ${field} ${direction}`,
    { ...sortKey(field, query ?? '', bind), direction },
    { sql: 'profile.id', type: 'text', direction },
  );
}

function sortKey(field: ProfileSort['field'], query: string, bind: Bind): Pick<SortKey, 'sql' | 'type'> {
  if (field === 'NAME') return { sql: 'profile.sort_name', type: 'text' };
  if (field === 'RELEVANCE') return { sql: `ts_rank(profile.search, ${wordsOf(query, bind)})`, type: 'real' };
  return { sql: 'profile.created_at', type: 'timestamptz' };
}

function holdersOf(key: string, bind: Bind): string {
  return `select account_id from account_skill where skill_id = (select id from skill where key = ${bind(key)}::text)`;
}

/** Every word is to be there, the last one as a beginning. What holds no word, such as an accent on nothing, finds nothing. */
function wordsOf(typed: string, bind: Bind): string {
  const words = typed.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const query = words.length === 0 ? '' : `${words.join(' & ')}:*`;
  return `to_tsquery('simple', search.unaccented(${bind(query)}::text))`;
}
