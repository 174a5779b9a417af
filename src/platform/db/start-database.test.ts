import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Postmaster, runningPostmaster } from './leftover.ts';
import { joinDatabase, type RunningDatabase, startDatabase } from './start-database.ts';

/** A server of its own process: prints the address when the database answers, or the error. `tidy`: stops on SIGTERM. */
const SERVER = `
	import { startDatabase } from '${path.join(import.meta.dirname, 'start-database.ts')}';
	try {
		const database = await startDatabase({ dataDir: process.argv[1] }, undefined, { durable: false });
		if (process.argv[2] === 'tidy') process.once('SIGTERM', async () => { await database.stop(); process.exit(0); });
		console.log(JSON.stringify({ url: database.url }));
	} catch (error) {
		console.log(JSON.stringify({ error: error.message }));
		process.exit(1);
	}`;

let dataDir: string;
const cleanUp: (() => Promise<unknown>)[] = [];
beforeEach(() => {
	dataDir = mkdtempSync(path.join(os.tmpdir(), 'onevisit-start-'));
});
afterEach(async () => {
	for (const step of cleanUp.splice(0).reverse()) await step();
	rmSync(dataDir, { recursive: true, force: true });
});

async function startHere(): Promise<RunningDatabase> {
	const database = await startDatabase({ dataDir }, undefined, { durable: false });
	cleanUp.push(() => database.stop());
	return database;
}

async function startElsewhere(
	manner = 'tidy',
): Promise<{ child: ChildProcess; said: { url?: string; error?: string } }> {
	const child = spawn(process.execPath, ['--input-type=module', '-e', SERVER, dataDir, manner], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	cleanUp.push(() => end(child, 'SIGKILL'));
	for await (const line of createInterface({ input: child.stdout })) return { child, said: JSON.parse(line) };
	throw new Error('The server said nothing.');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill(signal);
	await once(child, 'exit');
}

function postmaster(): Postmaster | undefined {
	const { home } = JSON.parse(readFileSync(path.join(dataDir, 'database.json'), 'utf8'));
	return runningPostmaster(path.join(home, 'postgres'));
}

async function ask(url: string, query: string): Promise<unknown[]> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		return (await client.query(query)).rows;
	} finally {
		await client.end();
	}
}

test('keeps what was written from one start to the next, and leaves no process', async () => {
	const first = await startHere();
	await ask(first.ownerUrl, 'create table kept (word text)');
	await ask(first.ownerUrl, "insert into kept values ('同一份数据')");
	await first.stop();
	expect(postmaster()).toBeUndefined();
	const second = await startHere();
	expect(await ask(second.ownerUrl, 'select word from kept')).toEqual([{ word: '同一份数据' }]);
});

test('makes a UTF8 database with plain byte order, and keeps its passwords to itself', async () => {
	const { ownerUrl } = await startHere();
	const [facts] = await ask(
		ownerUrl,
		`select pg_encoding_to_char(encoding) as encoding, datcollate as collate,
			current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets
		from pg_database where datname = current_database()`,
	);
	expect(facts).toEqual({ encoding: 'UTF8', collate: 'C', listen: '127.0.0.1', sockets: '' });
	expect(statSync(path.join(dataDir, 'database.json')).mode & 0o777).toBe(0o600);
	await expect(ask(ownerUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
		/password authentication failed/,
	);
});

test('refuses a second instance on the same data directory, and says who has it', async () => {
	const { child, said } = await startElsewhere();
	expect(said.url).toMatch(/^postgres:/);
	const second = await startElsewhere();
	expect(second.said.error).toMatch(`Another OneVisit is running on`);
	expect(second.said.error).toMatch(`process ${child.pid}`);
	expect(second.said.error).toMatch('ONEVISIT_DATA');
	await end(child, 'SIGTERM');
	expect(postmaster()).toBeUndefined();
	expect((await startElsewhere()).said.url).toMatch(/^postgres:/);
});

test('after kill -9 of the server, the next start stops the PostgreSQL that was left, and goes on', async () => {
	const first = await startElsewhere();
	await end(first.child, 'SIGKILL');
	const left = postmaster();
	expect(left).toBeDefined();
	const second = await startHere();
	expect(postmaster()?.pid).not.toBe(left?.pid);
	expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('after kill -9 of server and PostgreSQL together, the next start recovers', async () => {
	const first = await startElsewhere();
	await ask(first.said.url ?? '', 'select 1');
	const left = postmaster();
	await end(first.child, 'SIGKILL');
	if (left) process.kill(left.pid, 'SIGKILL');
	const second = await startHere();
	expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('takes a postmaster.pid whose number belongs to another process by now for what it is', async () => {
	const first = await startHere();
	await first.stop();
	const { home } = JSON.parse(readFileSync(path.join(dataDir, 'database.json'), 'utf8'));
	writeFileSync(
		path.join(home, 'postgres/postmaster.pid'),
		`${process.pid}\n${home}/postgres\n0\n5432\n\n127.0.0.1\n`,
	);
	const second = await startHere();
	expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('refuses a database whose passwords are gone, instead of making a second one over it', async () => {
	await (await startHere()).stop();
	rmSync(path.join(dataDir, 'database.json'));
	await expect(startHere()).rejects.toThrow('database.json is missing');
});

test('stops PostgreSQL when a signal ends the server before it listens to signals', async () => {
	const { child } = await startElsewhere('untidy');
	const left = postmaster();
	await end(child, 'SIGINT');
	await expect.poll(() => postmaster()).toBeUndefined();
	expect(left).toBeDefined();
});

test('leaves no process when it cannot sign in to its own database', async () => {
	await (await startHere()).stop();
	const file = path.join(dataDir, 'database.json');
	const cluster = JSON.parse(readFileSync(file, 'utf8'));
	writeFileSync(file, JSON.stringify({ ...cluster, ownerPassword: 'wrong' }));
	await expect(startHere()).rejects.toThrow('password authentication failed');
	expect(postmaster()).toBeUndefined();
});

test('tells when PostgreSQL ends by itself', async () => {
	const database = await startHere();
	const crash = new Promise<string>((resolve) => database.onCrash(resolve));
	const running = postmaster();
	if (running) process.kill(running.pid, 'SIGQUIT');
	expect(await crash).toMatch('PostgreSQL ended by itself');
});

test('a first start that was cut off is begun again', async () => {
	const { home } = await startHere().then(async (database) => {
		await database.stop();
		return JSON.parse(readFileSync(path.join(dataDir, 'database.json'), 'utf8'));
	});
	rmSync(path.join(home, 'postgres'), { recursive: true });
	mkdirSync(path.join(home, 'postgres.unfinished'));
	writeFileSync(path.join(home, 'postgres.unfinished/half'), '');
	const again = await startHere();
	expect(await ask(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a tool uses the database of a running server, and does not stop it', async () => {
	const server = await startHere();
	const joined = await joinDatabase({ dataDir });
	await joined.stop();
	expect(joined.url).toBe(server.url);
	expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});
