-- While somebody types, names are looked through alone: two letters begin words of most descriptions.
create index product_document_name_words_index on product_document using gin (name_words) with (fastupdate = off)
  where ended_by is null and is_on_sale;
create index category_name_words_index on category using gin (search.words_of(search.names_of(name, translations))) with (fastupdate = off);
