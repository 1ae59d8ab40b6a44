import { newRow } from '@agora/platform/database/new-row';
import { impersonal } from '@agora/platform/database/personal-data';
import { defineEntity, p } from '@mikro-orm/postgresql';

/** Categories from the top down to one at the bottom. */
export const MAX_LEVELS = 10;

/** What a category is called in one language. */
export interface CategoryText {
  /** BCP 47. */
  readonly locale: string;
  readonly name: string;
  readonly description: string | null;
}

/** Texts in other languages, by language tag. */
type CategoryTranslations = Readonly<Record<string, Omit<CategoryText, 'locale'>>>;

const CategorySchema = defineEntity({
  name: 'Category',
  indexes: [
    { properties: ['parent', 'position', 'id'] },
    { name: 'category_path_index', properties: ['path'], type: 'gin' },
    {
      name: 'category_name_words_index',
      expression:
        'create index category_name_words_index on category using gin (search.words_of(search.names_of(name, translations))) with (fastupdate = off)',
    },
  ],
  properties: impersonal({
    id: p.text().primary(),
    slug: p.text().unique(),
    /** The language of name and description. */
    locale: p.text(),
    name: p.text(),
    description: p.text().nullable(),
    translations: p.json<CategoryTranslations>(),
    parent: () => p.manyToOne(Category).nullable().deleteRule('no action'),
    /** The ids from the top down to its own. */
    path: p.array().$type<string[]>(),
    /** Among its siblings, from 0. */
    position: p.integer(),
    version: p.integer(),
  }),
});

/** At least one text; the first is for who reads none of the languages. */
export type CategoryTexts = readonly [CategoryText, ...CategoryText[]];

/** A branch of the catalogue. The default ones come with the migrations. */
export class Category extends CategorySchema.class {
  /** A category that has no place among its siblings yet. */
  static of(given: {
    readonly id: string;
    readonly slug: string;
    readonly texts: CategoryTexts;
    readonly parent: Category | null;
  }): Category {
    const { id, slug, texts, parent } = given;
    return newRow(Category, { id, slug, ...stored(texts), parent, path: pathOf(id, parent), position: 0, version: 1 });
  }

  /** What is absent stays. */
  change({ slug = this.slug, texts }: { readonly slug?: string | undefined; readonly texts?: CategoryTexts | undefined }): void {
    this.slug = slug;
    if (texts) Object.assign(this, stored(texts));
    this.version += 1;
  }

  isAtOrBelow(other: Category): boolean {
    return this.path.includes(other.id);
  }

  /** Those below it have to follow: their paths begin with its own. */
  moveTo(parent: Category | null): void {
    this.parent = parent;
    this.path = pathOf(this.id, parent);
    this.version += 1;
  }
}
CategorySchema.setClass(Category);

function pathOf(id: string, parent: Category | null): string[] {
  return [...(parent?.path ?? []), id];
}

function stored([{ locale, name, description }, ...others]: CategoryTexts) {
  const translations = Object.fromEntries(others.map(({ locale: tag, ...texts }) => [tag, texts]));
  return { locale, name, description, translations };
}
