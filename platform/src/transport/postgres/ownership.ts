import type { Pool } from 'pg';
import type { Logger } from '../../observe/logging.ts';
import { Commits } from '../commits.ts';
import type { Places } from './places.ts';
import type { Record } from './records.ts';
import type { Asking } from './asking.ts';

/** The first key of a group's advisory locks; the second is a partition, or -1 for membership. */
const GROUP_KEY = `hashtext('bus:' || $1)`;

/** What a group has done of a partition. */
export interface GroupOffset {
  readonly group: string;
  readonly partitionId: number;
  /** Of the next record. */
  readonly next: number;
}

/** From now on records stay until the group has read them. */
export async function enrol(pool: Pool, group: string, partitionIds: readonly number[]): Promise<void> {
  await pool.query(
    'insert into bus.committed (consumer_group, partition_id, next_offset) select $1, unnest($2::int[]), 0 order by 2 on conflict do nothing',
    [group, partitionIds],
  );
}

/** The commits of all groups whose partitions this session owns. */
export function commitsOf(session: Asking, log: Logger): Commits<GroupOffset> {
  return new Commits<GroupOffset>({
    placeOf: ({ group, partitionId }) => `${partitionId} ${group}`,
    async send(offsets) {
      await session.query({
        name: 'bus_commit',
        text: `update bus.committed c set next_offset = done.next_offset
               from unnest($1::text[], $2::int[], $3::bigint[]) as done(consumer_group, partition_id, next_offset)
               where c.consumer_group = done.consumer_group and c.partition_id = done.partition_id and c.next_offset < done.next_offset`,
        values: [offsets.map(({ group }) => group), offsets.map(({ partitionId }) => partitionId), offsets.map(({ next }) => next)],
      });
    },
    log,
  });
}

/**
 * The partitions that one member of a group works on. Ownership is an advisory lock of the session, so it ends with the session and
 * others take over.
 */
export class Ownership {
  readonly #session: OwningSession;
  readonly #commits: Commits<GroupOffset>;
  readonly #group: string;
  readonly #partitionIds: readonly number[];
  readonly #places: Places;

  private constructor(session: OwningSession, { group, partitionIds, places }: Membership) {
    this.#session = session;
    this.#commits = session.commits;
    this.#group = group;
    this.#partitionIds = shuffled(partitionIds);
    this.#places = places;
  }

  /** A member owns nothing until its first `rebalance`. */
  static async join(session: OwningSession, membership: Membership): Promise<Ownership> {
    membership.places.leaveAll();
    await session.query(`select pg_advisory_lock_shared(${GROUP_KEY}, -1), pg_notify('bus_members', $1)`, [membership.group]);
    return new Ownership(session, membership);
  }

  /** Whether there is nothing that another member may leave to this one. */
  get isWhole(): boolean {
    return this.#places.partitionIds.length === this.#partitionIds.length;
  }

  /** Gives up what exceeds a fair share and takes what nobody owns. */
  async rebalance(): Promise<void> {
    const fair = Math.ceil(this.#partitionIds.length / (await this.#countMembers()));
    const owned = this.#places.partitionIds;
    if (owned.length > fair) await this.#release(owned.slice(fair));
    else if (owned.length < fair) await this.#tryToOwn(fair - owned.length);
  }

  /** All up to the last of these records has been dealt with. */
  done(records: readonly Record[]): void {
    for (const { partitionId, offset } of records) this.#commits.note({ group: this.#group, partitionId, next: offset + 1 });
  }

  /** Commits what was done, and leaves the rest to others. */
  async leave(): Promise<void> {
    await this.#release(this.#places.partitionIds);
    await this.#session.query(`select pg_advisory_unlock_shared(${GROUP_KEY}, -1)`, [this.#group]);
  }

  async #countMembers(): Promise<number> {
    const { rows } = await this.#session.query<{ members: number }>({
      name: 'bus_members',
      text: `select count(*)::int as members from pg_locks
       where locktype = 'advisory' and granted and objsubid = 2
         and database = (select oid from pg_database where datname = current_database())
         and classid::bigint = ${GROUP_KEY}::bigint & 4294967295 and objid::bigint = 4294967295`,
      values: [this.#group],
    });
    return Math.max(1, rows[0]?.members ?? 1);
  }

  async #release(ids: readonly number[]): Promise<void> {
    for (const id of ids) this.#places.leave(id);
    await this.#commits.flush();
    await this.#session.query(
      `select pg_notify('bus_members', $1), count(pg_advisory_unlock(${GROUP_KEY}, id)) from unnest($2::int[]) as id`,
      [this.#group, ids],
    );
  }

  /** Reads the offsets after taking the locks: the owner before commits until it lets go. */
  async #tryToOwn(max: number): Promise<void> {
    const free = this.#partitionIds.filter((id) => !this.#places.has(id));
    const { rows: owned } = await this.#session.query<{ id: number }>(
      `select id from unnest($2::int[]) as id where pg_try_advisory_lock(${GROUP_KEY}, id) limit $3`,
      [this.#group, free, max],
    );
    if (owned.length === 0) return;
    const { rows } = await this.#session.query<{ id: number; next: string }>(
      'select partition_id as id, next_offset as next from bus.committed where consumer_group = $1 and partition_id = any($2)',
      [this.#group, owned.map(({ id }) => id)],
    );
    for (const { id, next } of rows) this.#places.enter(id, Number(next));
  }
}

interface OwningSession extends Asking {
  readonly commits: Commits<GroupOffset>;
}

interface Membership {
  readonly group: string;
  readonly partitionIds: readonly number[];
  readonly places: Places;
}

/** Members that try partitions in different orders collide less. */
function shuffled(ids: readonly number[]): number[] {
  return ids
    .map((id) => ({ id, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}
