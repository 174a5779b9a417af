import { makeCalendar } from '../../law/index.ts';
import { type AuthApp, authApp, type Browser } from '../../platform/auth/testing.ts';
import type { Config } from '../../platform/config.ts';
import type { Db } from '../../platform/db/index.ts';
import { type DemoClock, openDemoClock } from '../../platform/demo-clock.ts';
import { DEMO_PASSWORD } from './demo.ts';
import { type OrganisationRoom, registerOrganisation } from './index.ts';

/** One year, with the days off that the tests look at. */
const calendar = makeCalendar({
	2026: { off: ['2026-09-25', '2026-09-26', '2026-09-27'], work: ['2026-09-20'] },
});

/** A table of permissions that shows which roles it was asked for. */
const permissions = [
	(principal: { roles: readonly string[] }) => [{ action: 'read', subject: principal.roles[0] ?? 'none' }],
];

export interface OrganisationApp {
	server: AuthApp;
	room: OrganisationRoom;
	demoClock: DemoClock;
	/** A browser in which somebody of the demo is signed in. */
	signIn(username: string): Promise<Browser>;
}

/** Sign-in and this room, on the district's own file. */
export async function organisationApp(db: Db, mode: Config['mode'] = 'demo'): Promise<OrganisationApp> {
	const opened: Partial<OrganisationApp> = {};
	const server = await authApp(db, {
		config: { mode },
		async setup(parts) {
			opened.demoClock = await openDemoClock(db, undefined, parts.clock);
			const deps = { permissions, calendar, demoClock: opened.demoClock };
			opened.room = registerOrganisation(parts.app, { ...parts, db }, deps);
		},
	});
	const { room, demoClock } = opened;
	if (!room || !demoClock) throw new Error('the room was not set up');
	return {
		server,
		room,
		demoClock,
		async signIn(username) {
			const browser = server.browser();
			const body = { username, password: DEMO_PASSWORD };
			const response = await browser.post('/api/auth/sign-in/username', body);
			if (response.statusCode !== 200) throw new Error(response.body);
			return browser;
		},
	};
}
