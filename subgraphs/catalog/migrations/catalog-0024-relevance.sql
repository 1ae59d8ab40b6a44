-- It is part of the statement that sorts by it: calls of a function took longer than what they did.
drop function search.rank(tsvector, tsvector, tsquery, tsquery);
