import { newUuid } from '@agora/platform/ids';
import { eventually } from '@agora/platform/testing/eventually';
import { acceptNotices, announce, refuseNoticesTo } from '../failing-events.ts';
import type { Screen, Stage, Told } from '../screen.ts';
import { register, signIn, writePost } from '../shop.ts';
import { ask } from '../client.ts';

export async function play({ agora, send }: Stage): Promise<void> {
  const [admin, ana, leo] = await Promise.all([signIn(agora, 'admin'), register(agora, 'Ana Torres'), register(agora, 'Leo Haas')]);
  const page = (services: readonly string[]) => send('EventsPage', { services }, admin);
  const group = { service: 'forum', group: 'forum' };
  const rebuild = { ...group, mode: 'REBUILD', projection: 'forum-relations', reason: 'To be sure.' };
  const begun = await send('Replay', { input: rebuild }, admin);
  const id = begun.text('eventReplayStart.replay.id');
  await eventually(async () => (await send('ReplayProgress', { id }, admin)).text('node.finishedAt'));

  await send('Replay', { input: { ...group, mode: 'REDELIVER', reason: 'Something may be missing.' } }, admin);

  const [unreadable, refused] = await Promise.all(
    ['Cracked cup', 'Blue glaze'].map((title) => writePost(agora, ana, { title, body: 'Look.' })),
  );
  const traceparent = `00-${newUuid().replaceAll('-', '')}-00000000000000ff-01`;
  const comment = { type: 'forum.comment.added.v1', topic: 'forum.events', data: {}, traceparent };
  await announce(agora, 'forum', { ...comment, key: unreadable ?? '' });
  await refuseNoticesTo(agora, ana);
  await ask(
    agora,
    'mutation ($id: ID!) { commentCreate(input: { postId: $id, body: "Yes." }) { userErrors { code } } }',
    { id: refused },
    leo,
  );
  const letter = await eventually(async () => dead(await page(['notification'])));
  await eventually(async () => (await page(['notification'])).text('parkedKeys.nodes.0.nextAttemptAt'));
  await page(['forum']);
  await acceptNotices(agora);
  await send('RetryDead', { ids: [letter] }, admin);
  const again = await eventually(async () => dead(await page(['notification'])));
  await send('SkipDead', { id: again, reason: 'Written by hand.' }, admin);
  await send('EventCatalogPage', { owner: 'forum' }, admin);
}

const dead = (page: Told) => page.text('deadLetters.nodes.0.id');

/** Every service is there; replays end well, and are asked for from the first event on. */
const never = (replay: string) => ['from', 'lastError'].map((field) => `${replay}.${field}`);
export const notGiven: Screen['notGiven'] = {
  EventsPage: ['deadLetters.unreachableServices', 'parkedKeys.unreachableServices', ...never('eventReplays.nodes')],
  Replay: ['eventReplayStart.replay.finishedAt', ...never('eventReplayStart.replay')],
  ReplayProgress: never('node'),
};
