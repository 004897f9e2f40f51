/**
 * The soak test: two server processes on one database, writers, and subscribers that come and go, while processes are
 * killed and connections cut. In the end everybody's record must be the log.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { connect, type Sql } from '../src/db/client.ts';
import { seeded } from '../src/testing/random.ts';
import { cutConnections, killServers, SOAK } from './chaos.ts';
import { openDatabase } from './database.ts';
import type { Follower, Surroundings } from './follower.ts';
import { openSubscribers, openWebhooks } from './followers.ts';
import { makeServer, type Complaints, type Server } from './house.ts';
import { readHead } from './log.ts';
import { openNotebook } from './notebook.ts';
import { summaryOf } from './report.ts';
import { judge } from './verdict.ts';
import { makeWorld, type World } from './world.ts';
import { write, type Done } from './writers.ts';

/** Between two doings of one writer; about 50 events a second of all of them. */
const WRITER_PAUSE_MS = 700;
const PROGRESS_MS = 5_000;
/**
 * A quiet stream says every 20 seconds where it is; a webhook that failed twice is tried again after 36, and what a
 * process had begun that was killed after a minute.
 */
const DRAIN_MS = 150_000;

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '120' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    break: { type: 'boolean', default: false },
  },
});
const seed = Number(options.seed);
const print = (line: string) => void process.stdout.write(`${line}\n`);

/** What has to be undone, last first; also when the test fails or is interrupted. */
const cleanUps: (() => Promise<unknown>)[] = [];
let cleaning: Promise<void> | null = null;

function cleanUp(): Promise<void> {
  cleaning ??= (async () => {
    // What never started can't be stopped; the rest has to be all the same.
    for (let undo = cleanUps.pop(); undo; undo = cleanUps.pop()) await undo().catch(() => {});
  })();
  return cleaning;
}

async function openHouse(databaseUrl: string, complaints: Complaints): Promise<[Server, Server]> {
  const servers: [Server, Server] = [
    await makeServer('one', databaseUrl, complaints),
    await makeServer('two', databaseUrl, complaints),
  ];
  for (const server of servers) cleanUps.push(() => server.stop());
  await Promise.all(servers.map((server) => server.start()));
  return servers;
}

/** Writers, killing and cutting, for as long as was asked for. */
async function load(world: World, servers: [Server, Server], around: Surroundings): Promise<Done[]> {
  const { urls, sql, notebook, randomOf } = around;
  const end = Date.now() + Number(options.seconds) * 1_000;
  const isOver = () => Date.now() >= end || cleaning !== null;
  const chaos = { servers, sql, notebook, isOver };
  const telling = setInterval(() => {
    const left = Math.max(0, Math.round((end - Date.now()) / 1_000));
    print(`  ${left} s left: ${notebook.progress()}`);
  }, PROGRESS_MS);
  try {
    const [done] = await Promise.all([
      Promise.all(
        world.customers.map((customer, place) =>
          write({ customer, urls, random: randomOf(10 + place), notebook, pauseMs: WRITER_PAUSE_MS, isOver }),
        ),
      ),
      killServers({ ...chaos, random: randomOf(1) }),
      cutConnections({ ...chaos, random: randomOf(2) }),
    ]);
    return done;
  } finally {
    clearInterval(telling);
  }
}

/** Waits until the log is whole and everybody has come to its end, which is given back. */
async function drain(sql: Sql, followers: readonly Follower[]): Promise<number> {
  for (const follower of followers) follower.settle();
  const deadline = Date.now() + DRAIN_MS;
  let { head, waiting } = await readHead(sql);
  while (waiting > 0 && Date.now() < deadline) {
    await pause(200);
    ({ head, waiting } = await readHead(sql));
  }
  print(`The writers have stopped; the log ends at ${head}. Everybody reads on to there ...`);
  while (Date.now() < deadline) {
    const had = await Promise.all(followers.map((follower) => follower.hasAll(head)));
    if (had.every(Boolean)) break;
    await pause(200);
  }
  return head;
}

async function main(): Promise<void> {
  print(`Seed ${seed}: with --seed ${seed} everybody makes the same choices again.`);
  const database = await openDatabase(process.env['DATABASE_URL']);
  cleanUps.push(() => database.stop());
  const world = await makeWorld(database.url);
  const { sql, close } = connect(database.url, { max: 2, name: SOAK });
  cleanUps.push(close);
  const notebook = openNotebook();
  const complaints: Complaints = { deaths: [], logged: new Map() };
  const servers = await openHouse(database.url, complaints);
  const around: Surroundings = {
    urls: servers.map(({ url }) => url),
    sql,
    notebook,
    randomOf: (place) => seeded(seed * 1_000 + place),
  };
  const subscribers = openSubscribers(world, around, options.break);
  for (const subscriber of subscribers) cleanUps.push(() => subscriber.stop());
  const webhooks = await openWebhooks(world, around);
  for (const webhook of webhooks) cleanUps.push(() => webhook.stop());
  const followers = [...subscribers, ...webhooks];
  print(
    `${subscribers.length} subscribers, ${webhooks.length} webhooks, ${world.customers.length} writers, ${options.seconds} s ...`,
  );

  const done = await load(world, servers, around);
  const head = await drain(sql, followers);
  await Promise.all(followers.map((follower) => follower.stop()));
  const found = await judge(sql, { followers, done, head, random: around.randomOf(3) });
  found.push(...notebook.faults, ...complaints.deaths);
  print(summaryOf({ followers, done, head, notebook, complaints, found }));
  if (found.length > 0) process.exitCode = 1;
}

/** Whether somebody wants it to end, or something has gone wrong where nobody waits for it. */
let isCutShort = false;
function cutShort(): void {
  isCutShort = true;
  void cleanUp().finally(() => process.exit(1));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, cutShort);
process.on('uncaughtException', (error) => {
  print(String(error.stack));
  cutShort();
});
try {
  await main();
} catch (error) {
  // What was under way fails when its database goes.
  if (!isCutShort) throw error;
} finally {
  await cleanUp();
}
