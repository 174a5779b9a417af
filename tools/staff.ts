/**
 * `node tools/staff.ts [USERNAME…]`: brings the organisation in step with its file and opens accounts for people
 * of the bureau (everybody who has none, unless named). Prints the first passwords; they cannot be read again.
 */
import { openStaffAccounts } from '../src/modules/organisation/index.ts';
import { createAuth } from '../src/platform/auth/index.ts';
import { chinaDay, systemClock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config.ts';
import { joinDatabase, openDb } from '../src/platform/db/index.ts';

async function main(): Promise<void> {
	const config = readConfig(process.env);
	const running = await joinDatabase(config);
	const db = openDb(running.url, { jurisdiction: config.jurisdiction, connections: 2 });
	try {
		const opened = await openStaffAccounts(
			{
				db,
				auth: createAuth({ db, config }),
				jurisdiction: config.jurisdiction,
				today: chinaDay(systemClock.now()),
			},
			process.argv.slice(2),
		);
		for (const { username, name, password } of opened) console.log(`${username}\t${name}\t${password}`);
		console.log(`Accounts opened: ${opened.length}`);
	} finally {
		await db.close();
		await running.stop();
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
