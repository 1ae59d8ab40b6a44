"""A client of Agora with gql.

python agora.py products    the products by name, page by page
python agora.py buy         puts the first one into the cart, asks, and checks out
python agora.py follow      prints notifications until Ctrl-C; none is lost, and none comes twice
python agora.py schema      the schema, by introspection
"""

import asyncio
import itertools
import os
import random
import sys

from gql import Client, GraphQLRequest
from graphql import print_schema
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.exceptions import TransportError, TransportQueryError
from gql.transport.websockets import WebsocketsTransport

URL = os.environ.get("AGORA_URL", "http://localhost:4000/graphql")
EMAIL = os.environ.get("AGORA_EMAIL", "buyer@agora.example")
PASSWORD = os.environ.get("AGORA_PASSWORD", "agora-demo-2026")
PATIENCE = 60  # seconds for an answer; gql gives up after 10 by itself

SIGN_IN = """
mutation SignIn($input: SessionCreateInput!) {
  sessionCreate(input: $input) {
    session { accessToken refreshToken }
    user { displayName }
    userErrors { code message field }
  }
}"""

REFRESH = """
mutation Refresh($input: SessionRefreshInput!) {
  sessionRefresh(input: $input) {
    session { accessToken refreshToken }
    userErrors { code message field }
  }
}"""

PRODUCTS = """
query Products($after: String) {
  products(first: 5, after: $after, sort: { field: NAME }) {
    nodes { name variants { id } }
    pageInfo { hasNextPage endCursor }
  }
}"""

ADD_TO_CART = """
mutation AddToCart($input: CartLinesAddInput!) {
  cartLinesAdd(input: $input) {
    cart { id total { amount currencyCode } }
    userErrors { code message field }
  }
}"""

CHECK_OUT = """
mutation CheckOut($input: CheckoutCompleteInput!) {
  checkoutComplete(input: $input) {
    order { number status }
    userErrors { code message field }
  }
}"""

NOTIFICATION_RECEIVED = """
subscription NotificationReceived($after: String) {
  notificationReceived(after: $after) { cursor notification { title } }
}"""


class Session:
    """Who is signed in, and how requests are sent for them. Tokens are kept in memory alone."""

    def __init__(self):
        self.tokens = None

    async def sign_in(self):
        answer = (await self.ask(SIGN_IN, {"input": {"email": EMAIL, "password": PASSWORD}}))["sessionCreate"]
        if answer["userErrors"]:
            sys.exit(answer["userErrors"][0]["message"])
        self.tokens = answer["session"]
        print(f"Signed in as {answer['user']['displayName']}", flush=True)

    async def refresh(self):
        given = {"input": {"refreshToken": self.tokens["refreshToken"]}}
        self.tokens = (await self.send(REFRESH, given, {}))["sessionRefresh"]["session"]

    async def ask(self, document, variables):
        """Sends an operation; a token that has run out is exchanged, and the operation sent again."""
        try:
            return await self.send(document, variables, self.headers())
        except TransportQueryError as error:
            if error.errors[0].get("extensions", {}).get("reason") != "TOKEN_EXPIRED":
                raise
        await self.refresh()
        return await self.send(document, variables, self.headers())

    async def send(self, document, variables, headers):
        async with Client(transport=AIOHTTPTransport(url=URL, headers=headers), execute_timeout=PATIENCE) as client:
            return await client.execute(GraphQLRequest(document, variable_values=variables))

    def headers(self):
        return {"authorization": f"Bearer {self.tokens['accessToken']}"} if self.tokens else {}

    async def follow(self):
        """Notifications; when the line is lost, it comes back with a fresh token, behind the last one."""
        after = None
        for attempt in itertools.count():
            try:
                if attempt > 0:
                    await asyncio.sleep(random.uniform(0.5, 1.5))
                    await self.refresh()
                transport = WebsocketsTransport(url=URL.replace("http", "ws", 1), init_payload=self.headers())
                async with Client(transport=transport) as client:
                    request = GraphQLRequest(NOTIFICATION_RECEIVED, variable_values={"after": after})
                    async for event in client.subscribe(request):
                        after = event["notificationReceived"]["cursor"]
                        yield event["notificationReceived"]["notification"]
            except (TransportError, OSError) as lost:
                print(f"The line is lost: {lost!r}", file=sys.stderr)


async def products(session):
    after, more = None, True
    while more:
        page = (await session.ask(PRODUCTS, {"after": after}))["products"]
        for node in page["nodes"]:
            print(node["name"])
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]


async def buy(session):
    page = (await session.ask(PRODUCTS, {}))["products"]
    line = {"variantId": page["nodes"][0]["variants"][0]["id"]}
    cart = (await session.ask(ADD_TO_CART, {"input": {"lines": [line]}}))["cartLinesAdd"]["cart"]
    print(f"In the cart for {cart['total']['amount']} {cart['total']['currencyCode']}", flush=True)
    await asyncio.to_thread(input, "Press Enter to check out.\n")
    payment = {"cartId": cart["id"], "paymentMethodId": "sandbox-approve"}
    order = (await session.ask(CHECK_OUT, {"input": payment}))["checkoutComplete"]["order"]
    print(f"{order['number']} is {order['status']}")


async def follow(session):
    async for notification in session.follow():
        print(notification["title"], flush=True)


async def schema(_session):
    transport = AIOHTTPTransport(url=URL)
    async with Client(transport=transport, fetch_schema_from_transport=True, execute_timeout=PATIENCE) as client:
        print(print_schema(client.client.schema))


async def main():
    session = Session()
    await session.sign_in()
    await {"products": products, "buy": buy, "follow": follow, "schema": schema}[sys.argv[1]](session)


asyncio.run(main())
