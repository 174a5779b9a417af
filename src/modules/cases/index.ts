import type { FastifyInstance } from 'fastify';
import type { Reckoning } from '../../law/index.ts';
import { createEventStore, type EventStore } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Catalog } from '../catalog/index.ts';
import { type CaseDesk, instantOf, settleCases } from './case-commands.ts';
import { readView } from './case-view.ts';
import { caseRoutes } from './cases.routes.ts';
import { getCase } from './cases.store.ts';
import { countingRoutes } from './counting.routes.ts';
import { reckonTimes } from './counting.ts';
import { type DemoPeople, seedDemoCases } from './demo-cases.ts';
import type { NoticeInput } from './documents/index.ts';
import { documentRoutes } from './documents.routes.ts';
import { draftRoutes } from './drafts.routes.ts';
import type { DraftDeps } from './drafts.ts';
import { casePaperRoutes, draftPaperRoutes } from './papers.routes.ts';

/** What the room needs of the rooms below. */
export interface CasesDeps {
	catalog: Catalog;
	reckoning: Reckoning;
	knownApplicant: DraftDeps['knownApplicant'];
	/** The organ that signs the documents. */
	bureau: NoticeInput['bureau'];
	staffNames: CaseDesk['staffNames'];
	/** Wakes the outbox after each append. */
	onCommit?: () => void;
}

export interface CasesRoom {
	store: EventStore;
	/** Writes down what time has brought; answers in how many cases. */
	settle(): Promise<number>;
	/** Fills an empty demo with cases in every stage. */
	seedDemo(principals: DemoPeople): Promise<number>;
}

/** Applications and their way to the decision. */
export function registerCases(app: FastifyInstance, platform: Platform, deps: CasesDeps): CasesRoom {
	const { catalog, reckoning, knownApplicant, bureau, staffNames, onCommit } = deps;
	const { jurisdiction } = platform.config;
	const store = createEventStore(platform.db, {
		kind: 'case',
		rowTable: 'cases',
		jurisdiction,
		...(onCommit && { onCommit }),
	});
	const desk: CaseDesk = { platform, store, reckoning, catalog, staffNames };
	caseRoutes(app, desk);
	countingRoutes(app, desk);
	casePaperRoutes(app, desk);
	documentRoutes(app, desk, bureau);
	draftRoutes(app, {
		desk,
		knownApplicant,
		readCase: async (id, reader) =>
			readView(desk, await getCase(platform.db, id, instantOf(desk).today), reader),
	});
	draftPaperRoutes(app, desk);
	return {
		store,
		async settle() {
			await reckonTimes(desk);
			return settleCases(desk);
		},
		seedDemo: (principals) => seedDemoCases(desk, principals),
	};
}

export { foldCase } from './case-record.ts';
export { caseRules } from './cases.permissions.ts';
export { countItemUses } from './item-uses.ts';
