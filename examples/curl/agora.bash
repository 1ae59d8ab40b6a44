#!/usr/bin/env bash
# A client of Agora with curl.
#
# ./agora.bash products    the products by name, page by page
# ./agora.bash buy         puts the first one into the cart, asks, and checks out
# ./agora.bash follow      prints notifications until Ctrl-C; none is lost, and none comes twice
# ./agora.bash schema      the names of all types, by introspection
set -euo pipefail

URL=${AGORA_URL:-http://localhost:4000/graphql}
EMAIL=${AGORA_EMAIL:-buyer@agora.example}
PASSWORD=${AGORA_PASSWORD:-agora-demo-2026}

PRODUCTS='query ($after: String) {
  products(first: 5, after: $after, sort: { field: NAME }) { nodes { name variants { id } } pageInfo { endCursor } }
}'
NEWER_NOTIFICATIONS='query ($before: String) {
  viewer { notifications(last: 20, before: $before) { nodes { title } pageInfo { startCursor } } }
}'
LATEST_CURSOR='{ viewer { notifications(first: 1) { pageInfo { startCursor } } } }'

main() {
  case ${1-} in
    products | buy | follow | schema) ;;
    *) grep '^# ./agora.bash' "$0" | cut -c 3- >&2; exit 2 ;;
  esac
  sign_in
  "$1"
}

products() {
  local after=null
  while [ "$after" != '""' ]; do
    query "$PRODUCTS" "{\"after\":$after}"
    texts name
    after="\"$(texts endCursor)\""
  done
}

buy() {
  query "$PRODUCTS" '{}'
  mutation 'mutation ($input: CartLinesAddInput!) { cartLinesAdd(input: $input) { cart { id total { amount currencyCode } } userErrors { message } } }' \
    "{\"lines\":[{\"variantId\":\"$(text id)\"}]}"
  local cart
  cart=$(text id)
  echo "In the cart for $(text amount) $(text currencyCode)"
  read -r -p $'Press Enter to check out.\n'
  mutation 'mutation ($input: CheckoutCompleteInput!) { checkoutComplete(input: $input) { order { number status } userErrors { message } } }' \
    "{\"cartId\":\"$cart\",\"paymentMethodId\":\"sandbox-approve\"}"
  echo "$(text number) is $(text status)"
}

# curl holds no WebSocket: it asks each second for what is newer than the last cursor, which is good for both.
follow() {
  local cursor
  query "$LATEST_CURSOR" '{}'
  cursor=$(text startCursor)
  while sleep 1; do
    query "$NEWER_NOTIFICATIONS" "{\"before\":\"$cursor\"}" || continue
    texts title | tac
    cursor=$(text startCursor | grep . || echo "$cursor")
  done
}

schema() {
  query '{ __schema { types { name } } }' '{}'
  texts name
}

sign_in() {
  mutation 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { session { accessToken refreshToken } user { displayName } userErrors { message } } }' \
    "{\"email\":\"$EMAIL\",\"password\":\"$PASSWORD\"}"
  keep_tokens
  echo "Signed in as $(text displayName)"
}

refresh() {
  local expired=$access
  access=''
  mutation 'mutation ($input: SessionRefreshInput!) { sessionRefresh(input: $input) { session { accessToken refreshToken } userErrors { message } } }' \
    "{\"refreshToken\":\"$refresh\"}" || { access=$expired; return 1; }
  keep_tokens
}

# Tokens stay in variables of this shell.
access='' refresh=''
keep_tokens() {
  access=$(text accessToken)
  refresh=$(text refreshToken)
  [ -n "$access" ] || { texts message >&2; exit 1; }
}

# query DOCUMENT VARIABLES: by GET, with its hash alone where the server knows it.
query() {
  local hash
  hash=$(printf %s "$1" | sha256sum | cut -d ' ' -f 1)
  local asked=(--get --data-urlencode "variables=$2" --data-urlencode "extensions={\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"$hash\"}}")
  send "${asked[@]}" || return
  [[ $answer != *PERSISTED_QUERY_NOT_FOUND* ]] || send "${asked[@]}" --data-urlencode "query=$1"
}

# mutation DOCUMENT INPUT: by POST, with a key, so that what is sent again happens once.
mutation() {
  send --retry 3 --header 'content-type: application/json' --header "idempotency-key: $(cat /proc/sys/kernel/random/uuid)" \
    --data "{\"query\":\"$1\",\"variables\":{\"input\":$2}}"
}

# Sends, and keeps the answer; a token that has run out is exchanged, and the request sent again.
send() {
  local signed=()
  [ -z "$access" ] || signed=(--header "authorization: Bearer $access")
  answer=$(curl --silent --show-error "${signed[@]}" "$@" "$URL") || return
  [[ $answer == *TOKEN_EXPIRED* ]] || return 0
  refresh || return
  send "$@"
}

# The answer is one line of JSON: every text called $1 in it, and the first one.
texts() { grep -o "\"$1\":\"[^\"]*\"" <<< "$answer" | cut -d '"' -f 4 || true; }
text() { texts "$1" | head -n 1; }

main "$@"
