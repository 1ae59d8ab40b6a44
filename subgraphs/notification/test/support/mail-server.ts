import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { Stoppable } from '@agora/platform/service/every';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What a server does with a mail, by the first word of the address that it is for. */
export type Manner =
  /** No, and never. */
  | 'refuse'
  /** No, and never, repeating what it was given. */
  | 'repeat'
  /** Not now, twice; then it takes it. */
  | 'postpone'
  /** Not now, ever. */
  | 'never'
  /** Never answers. */
  | 'hang'
  /** Ends the connection the first time, once it has everything. */
  | 'die'
  /** Answers when it is told to. */
  | 'hold'
  | 'accept';

export interface MailServer extends Stoppable {
  readonly url: string;
  /** What it was given whole, to this address, in the order it came; whether or not it said so. */
  given(address: string): readonly Email[];
  /** Has it answer what it holds. */
  release(): void;
}

/** A mail server on a port of its own, which mails are read back from. */
export async function startMailServer(): Promise<MailServer> {
  const all: { readonly to: string; readonly mail: Email }[] = [];
  const tries = new Map<string, number>();
  const sockets = new Map<number | undefined, Socket>();
  let held = Promise.withResolvers<void>();
  const given = (address: string) => all.filter(({ to }) => to === address).map(({ mail }) => mail);

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const number = (tries.get(address) ?? 0) + 1;
      tries.set(address, number);
      const manner = mannerOf(address);
      if (manner === 'refuse') return done(answer(550, 'There is nobody of that name here.'));
      if (manner === 'never' || (manner === 'postpone' && number <= 2)) return done(answer(451, 'Come again later.'));
      done();
    },
    onData(stream, session, done) {
      const [to = ''] = session.envelope.rcptTo.map(({ address }) => address);
      void read(stream).then(async (text) => {
        all.push({ to, mail: await PostalMime.parse(text) });
        const manner = mannerOf(to);
        if (manner === 'hang') return;
        if (manner === 'die' && given(to).length === 1) return void sockets.get(session.remotePort)?.destroy();
        if (manner === 'repeat') return done(answer(554, `I do not like ${/#token=[\w-]+/.exec(given(to)[0]?.text ?? '')?.[0]}`));
        if (manner === 'hold') await held.promise;
        done(null, `Ok: queued as Q${all.length}`);
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => sockets.set(socket.remotePort, socket));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    given,
    release() {
      held.resolve();
      held = Promise.withResolvers();
    },
    async stop() {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function mannerOf(address: string): Manner {
  return (/^[a-z]+/.exec(address)?.[0] ?? 'accept') as Manner;
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
