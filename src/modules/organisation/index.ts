import type { FastifyInstance } from 'fastify';
import type { Calendar } from '../../law/index.ts';
import { chinaDay } from '../../platform/clock.ts';
import type { DemoClock } from '../../platform/demo-clock.ts';
import type { PermissionBuilder } from '../../platform/permissions.ts';
import { registerDemoRoutes } from './demo.routes.ts';
import { type Demo, demoAccounts, seedDemo } from './demo.ts';
import { loadDemoApplicants, loadOrganisation } from './organisation.load.ts';
import type { OrganisationPlatform } from './organisation.platform.ts';
import type { OrganisationFile } from './organisation.schema.ts';
import { isStaffName } from './organisation.store.ts';
import { principalSource } from './principals.ts';
import { registerProfileRoutes } from './profile.routes.ts';
import { findProfile, type Profile } from './profiles.ts';
import { registerSessionRoute } from './session.routes.ts';
import { registerStaffRoute, type StaffMember, staffOn } from './staff.routes.ts';

export interface OrganisationDeps {
	/** The permission tables of all rooms; the session tells the browser what they allow. */
	permissions: readonly PermissionBuilder[];
	calendar: Pick<Calendar, 'add' | 'between' | 'lastYear'>;
	/** Given in demo mode only; its routes refuse without it. */
	demoClock?: DemoClock | undefined;
	/** Another folder than `data/organisation`, for tests. */
	folder?: string;
}

/** The bureau, as other rooms see it. */
export interface OrganisationRoom {
	readonly definition: OrganisationFile;
	/** The whole, unmasked profile of an applicant: for forms and letters, never for an answer as it is. */
	findProfile(accountId: string): Promise<Profile | undefined>;
	/** Everybody in post on the day of an instant, by account id. */
	staffAt(at: Date): Promise<StaffMember[]>;
	/** Fills the demo; may be run at each start. */
	seedDemo(): Promise<Demo>;
}

/**
 * The organisation: who works here, since when, as what; who applies; what day it is.
 * @throws DefinitionError when its file has faults
 */
export function registerOrganisation(
	app: FastifyInstance,
	platform: OrganisationPlatform,
	deps: OrganisationDeps,
): OrganisationRoom {
	const { db, config, clock, auth } = platform;
	const definition = loadOrganisation(config.jurisdiction, deps.folder);
	const applicants = config.mode === 'demo' ? loadDemoApplicants() : [];
	const reserved = new Set([...definition.people, ...applicants].map(({ username }) => username));
	auth.setPrincipalSource(principalSource(db, config.jurisdiction));
	auth.reserveUsernames(async (username) => reserved.has(username) || isStaffName(db, username));

	registerSessionRoute(app, platform, { bureau: definition.bureau, permissions: deps.permissions });
	registerProfileRoutes(app, platform);
	registerStaffRoute(app, platform, definition);
	registerDemoRoutes(
		app,
		config.mode === 'demo' && deps.demoClock
			? {
					clock: deps.demoClock,
					calendar: deps.calendar,
					accounts: () => demoAccounts(definition, applicants, chinaDay(clock.now())),
				}
			: undefined,
	);
	return {
		definition,
		findProfile: (accountId) => findProfile(db, accountId),
		staffAt: (at) => staffOn(db, definition, chinaDay(at), 'zh-CN'),
		seedDemo: () => seedDemo(platform, definition, applicants),
	};
}

export type { Demo, DemoAccount } from './demo.ts';
export type { OrganisationFile } from './organisation.schema.ts';
export type { Profile } from './profiles.ts';
export type { StaffMember } from './staff.routes.ts';
export { openStaffAccounts } from './staff-accounts.ts';
