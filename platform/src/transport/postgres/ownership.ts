import type { Client } from 'pg';
import type { Offsets } from './records.ts';

/** The first key of this group's advisory locks; the second is a partition, or -1 for membership. */
const GROUP_KEY = `hashtext('bus:' || $1)`;

/**
 * The partitions that one member of a group works on. Ownership is an advisory lock of the member's session, so it ends
 * with the session and others take over.
 */
export class Ownership {
  readonly #client: Client;
  readonly #group: string;
  readonly #partitionIds: readonly number[];
  readonly #offsets = new Map<number, number>();

  private constructor(client: Client, group: string, partitionIds: readonly number[]) {
    this.#client = client;
    this.#group = group;
    this.#partitionIds = partitionIds;
  }

  /** A member owns nothing until its first `rebalance`. */
  static async join(client: Client, group: string, partitionIds: readonly number[]): Promise<Ownership> {
    await client.query(
      'insert into bus.committed (consumer_group, partition_id, next_offset) select $1, unnest($2::int[]), 0 order by 2 on conflict do nothing',
      [group, partitionIds],
    );
    await client.query(`select pg_advisory_lock_shared(${GROUP_KEY}, -1)`, [group]);
    return new Ownership(client, group, shuffled(partitionIds));
  }

  get offsets(): Offsets {
    return this.#offsets;
  }

  /** Gives up what exceeds a fair share and takes what nobody owns. */
  async rebalance(): Promise<void> {
    const fair = Math.ceil(this.#partitionIds.length / (await this.#countMembers()));
    for (const id of [...this.#offsets.keys()].slice(fair)) await this.#release(id);
    for (const id of this.#partitionIds) {
      if (this.#offsets.size >= fair) return;
      if (!this.#offsets.has(id)) await this.#tryToOwn(id);
    }
  }

  async commit(offsets: Offsets): Promise<void> {
    await this.#client.query({
      name: 'bus_commit',
      text: `update bus.committed c set next_offset = done.next_offset
             from unnest($2::int[], $3::bigint[]) as done(partition_id, next_offset)
             where c.consumer_group = $1 and c.partition_id = done.partition_id`,
      values: [this.#group, [...offsets.keys()], [...offsets.values()]],
    });
    for (const [id, offset] of offsets) this.#offsets.set(id, offset);
  }

  async #countMembers(): Promise<number> {
    const { rows } = await this.#client.query<{ members: number }>(
      `select count(*)::int as members from pg_locks
       where locktype = 'advisory' and granted and objsubid = 2
         and database = (select oid from pg_database where datname = current_database())
         and classid::bigint = ${GROUP_KEY}::bigint & 4294967295 and objid::bigint = 4294967295`,
      [this.#group],
    );
    return Math.max(1, rows[0]?.members ?? 1);
  }

  async #release(id: number): Promise<void> {
    await this.#client.query(`select pg_advisory_unlock(${GROUP_KEY}, $2)`, [this.#group, id]);
    this.#offsets.delete(id);
  }

  /** Reads the offset after taking the lock: the owner before commits until it lets go. */
  async #tryToOwn(id: number): Promise<void> {
    const lock = await this.#client.query<{ held: boolean }>(`select pg_try_advisory_lock(${GROUP_KEY}, $2) as held`, [this.#group, id]);
    if (!lock.rows[0]?.held) return;
    const { rows } = await this.#client.query<{ next_offset: string }>(
      'select next_offset from bus.committed where consumer_group = $1 and partition_id = $2',
      [this.#group, id],
    );
    this.#offsets.set(id, Number(rows[0]?.next_offset ?? 0));
  }
}

/** Members that try partitions in different orders collide less. */
function shuffled(ids: readonly number[]): number[] {
  return ids
    .map((id) => ({ id, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ id }) => id);
}
