import { availableParallelism } from 'node:os';
import type { Ruleset } from '../../data/contract/ruleset';
import type { AppParts } from '../app';
import { refusal } from '../errors';
import type { CaseOf } from '../parks/case-of';
import type { NamedZone } from '../parks/zones';
import type { CityNews } from './city/city';
import { bytesOf, type PackedGround } from './city/ground';
import type { OpAnswer, OpArgs, OpName } from './ops';
import { openSync } from './sync';
import { openPool } from './threads/pool';
import { type Order, packZones, type Subject, type ThreadReport } from './threads/words';

/** How an operation is asked: patient ones give way to those a person waits for; an aborted one is given up. */
export interface Asking {
  readonly patient?: boolean;
  readonly signal?: AbortSignal;
}

/** What the engine holds in memory, and how it came there. */
export interface EngineReport {
  readonly threads: readonly ThreadReport[];
  /** Memory that all threads share: the parcels. */
  readonly sharedBytes: number;
  readonly sharedBytesAtMost: number;
  readonly loads: { readonly milliseconds: number; readonly full: number; readonly updates: number };
}

/** Works out whatever is asked about parks, in threads that hold the whole city, over data that is current when it begins. */
export interface Engine {
  /** Null where there is no such park, or none of the picked parcels. */
  ask<N extends OpName>(op: N, of: CaseOf, args: OpArgs<N>, asking?: Asking): Promise<OpAnswer<N> | null>;
  /** The same about many parks over the same state of the data; in their order, null for those that are gone. */
  askEach<N extends OpName>(
    op: N,
    parks: readonly string[],
    args: OpArgs<N>,
    asking?: Asking,
  ): Promise<(OpAnswer<N> | null)[]>;
  report(): Promise<EngineReport>;
  close(): Promise<void>;
}

const MOST_THREADS = 2;
/** What the parcels may take where no setting says so: a million and a half of them. */
const BYTES_AT_MOST = 2048 * 1024 * 1024;

/** Opens the engine over a database; the first question loads the city. */
export function openEngine(
  { db, rulesets, config }: Pick<AppParts, 'db' | 'rulesets'> & Partial<Pick<AppParts, 'config'>>,
  zones: () => Promise<NamedZone[]>,
): Engine {
  const bytesAtMost = config?.engineBytesAtMost ?? BYTES_AT_MOST;
  const threadCount = config?.engineThreads ?? Math.min(MOST_THREADS, availableParallelism());
  const { proj4 } = rulesets.current.rules.measure.cityCrs.value;
  const image = openImage();
  const refs = new Map<Ruleset, number>();
  let told: NamedZone[] | null = null;
  const rulesetOrders = (): Order[] => [...refs].map(([ruleset, ref]) => ({ word: 'ruleset', ref, ruleset }));
  const zoneOrders = (): Order[] => (told ? [{ word: 'zones', zones: packZones(told) }] : []);
  const pool = openPool(threadCount, { proj4 }, () => [...image.replay(), ...zoneOrders(), ...rulesetOrders()]);
  const sync = openSync(db, {
    tell: (news) => {
      image.keep(news);
      pool.tell({ word: 'news', news });
    },
    chunk: (chunk) => pool.tellPacker({ word: 'chunk', chunk }),
    pack: async (removed) => fitting((await pool.askPacker({ word: 'pack', removed })) as PackedGround, bytesAtMost),
    merge: async () => (await pool.askPacker({ word: 'merge' })) as PackedGround,
  });

  const refOf = (ruleset: Ruleset): number => {
    const known = refs.get(ruleset);
    if (known !== undefined) return known;
    const ref = refs.size;
    refs.set(ruleset, ref);
    pool.tell({ word: 'ruleset', ref, ruleset });
    return ref;
  };
  /** Rulesets are large and asked with every time: they cross once and are named afterwards. */
  const pack = (args: object): unknown =>
    Object.fromEntries(
      Object.entries(args).map(([name, value]) => [name, isRuleset(value) ? { rulesetRef: refOf(value) } : value]),
    );
  const ready = async (): Promise<void> => {
    await sync.bringUpToDate();
    const now = await zones();
    if (now !== told) {
      told = now;
      for (const order of zoneOrders()) pool.tell(order);
    }
  };
  const put = (op: OpName, of: Subject, args: object, asking?: Asking) =>
    pool.ask({ word: 'ask', op, of, base: refOf(rulesets.current), args: pack(args) }, asking);

  return {
    ask: async <N extends OpName>(op: N, of: CaseOf, args: OpArgs<N>, asking?: Asking) => {
      await ready();
      const subject = 'parks' in of ? { park: of.parks[0] ?? '' } : { parcels: of.parcels };
      return (await put(op, subject, args, asking)) as OpAnswer<N> | null;
    },
    askEach: async <N extends OpName>(op: N, parks: readonly string[], args: OpArgs<N>, asking?: Asking) => {
      await ready();
      return (await Promise.all(parks.map((park) => put(op, { park }, args, asking)))) as (OpAnswer<N> | null)[];
    },
    report: async () => {
      await ready();
      const threads = (await pool.askAll({ word: 'report' })) as ThreadReport[];
      return { threads, sharedBytes: threads[0]?.bytes ?? 0, sharedBytesAtMost: bytesAtMost, loads: { ...sync.loads } };
    },
    close: pool.close,
  };
}

/** Refuses parcels that take more memory than allowed, rather than letting the process be killed. */
function fitting(packed: PackedGround, bytesAtMost: number): PackedGround {
  const bytes = bytesOf(packed);
  if (bytes <= bytesAtMost) return packed;
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024);
  throw refusal('city-too-large', { needed: megabytes(bytes), allowed: megabytes(bytesAtMost) });
}

function isRuleset(value: unknown): value is Ruleset {
  return typeof value === 'object' && value !== null && 'rules' in value && 'inForce' in value;
}

/** Everything a thread that starts anew must be told: the newest of each part of the news. */
function openImage(): { keep(news: CityNews): void; replay(): Order[] } {
  let grounds: CityNews[] = [];
  let latest: CityNews = {};
  const parks = new Map<string, NonNullable<CityNews['parks']>['changed'][number]>();
  return {
    keep: ({ base, update, parks: changes, ...rest }) => {
      if (base) grounds = [{ base }];
      if (update) grounds.push({ update });
      for (const id of changes?.removed ?? []) parks.delete(id);
      for (const park of changes?.changed ?? []) parks.set(park.id, park);
      latest = { ...latest, ...rest };
    },
    replay: () =>
      [...grounds, { ...latest, parks: { changed: [...parks.values()], removed: [] } }].map((news) => ({
        word: 'news',
        news,
      })),
  };
}
