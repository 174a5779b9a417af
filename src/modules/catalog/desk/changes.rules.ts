/** Who may do what with a change of an item, and when a version may come or go. Pure. */
import type { Definition, Fault } from '../../../platform/definitions/index.ts';
import { HEAD, KEEPER } from '../catalog.permissions.ts';
import type { ItemFile } from '../catalog.schema.ts';
import type { VersionKey } from '../sources/load.ts';
import type { Change } from './desk.schema.ts';

export type ChangeState = Change['state'];
export type ChangeAct = 'EDIT' | 'PROPOSE' | 'WITHDRAW_PROPOSAL' | 'RETURN' | 'PUBLISH' | 'DISCARD';
export type ChangeRefusal = 'NOT_THE_AUTHOR' | 'SECOND_PERSON_NEEDED' | 'CHANGE_STATE';

interface Rule {
	/** The one state in which it can be done, and the state after it. */
	from: ChangeState;
	to: ChangeState;
	/** The author alone, anybody but the author, or the author and the head: a draft must not block an item for ever. */
	by: 'AUTHOR' | 'SECOND_PERSON' | 'AUTHOR_OR_HEAD';
}

export const CHANGE_RULES = {
	EDIT: { from: 'DRAFT', to: 'DRAFT', by: 'AUTHOR' },
	PROPOSE: { from: 'DRAFT', to: 'PROPOSED', by: 'AUTHOR' },
	WITHDRAW_PROPOSAL: { from: 'PROPOSED', to: 'DRAFT', by: 'AUTHOR' },
	RETURN: { from: 'PROPOSED', to: 'DRAFT', by: 'SECOND_PERSON' },
	PUBLISH: { from: 'PROPOSED', to: 'PUBLISHED', by: 'SECOND_PERSON' },
	DISCARD: { from: 'DRAFT', to: 'DISCARDED', by: 'AUTHOR_OR_HEAD' },
} as const satisfies Record<ChangeAct, Rule>;

/** Why somebody may not do this to a change; undefined when they may. */
export function refusalOf(
	act: ChangeAct,
	change: { state: ChangeState; author: { id: string } },
	person: { id: string; roles: readonly string[] },
): ChangeRefusal | undefined {
	const { from, by }: Rule = CHANGE_RULES[act];
	const isAuthor = change.author.id === person.id && person.roles.includes(KEEPER);
	if (by === 'AUTHOR' && !isAuthor) return 'NOT_THE_AUTHOR';
	if (by === 'AUTHOR_OR_HEAD' && !isAuthor && !person.roles.includes(HEAD)) return 'NOT_THE_AUTHOR';
	if (by === 'SECOND_PERSON' && change.author.id === person.id) return 'SECOND_PERSON_NEEDED';
	return change.state === from ? undefined : 'CHANGE_STATE';
}

/** A version that is there or was; withdrawn ones keep their number. */
export interface KnownVersion extends VersionKey {
	effectiveFrom: string;
	isWithdrawn: boolean;
}

/** The number of the next version of an item: none is given twice, not even after a withdrawal. */
export function nextVersion(versions: readonly KnownVersion[]): number {
	return Math.max(0, ...versions.map(({ version }) => version)) + 1;
}

/**
 * What forbids that a source becomes the next version of an item. What was in effect yesterday stays as it was; and a
 * version that begins before one with a smaller number would hide that one before its day.
 */
export function publicationFaults(
	{ value, fault }: Definition<ItemFile>,
	{ code, today, versions }: { code: string; today: string; versions: readonly KnownVersion[] },
): Fault[] {
	const faults: Fault[] = [];
	const { effectiveFrom, cancelledFrom } = value;
	const at = ['effectiveFrom'];
	if (value.code !== code) faults.push(fault(['code'], 'CODE_FIXED', { code }));
	if (effectiveFrom < today) faults.push(fault(at, 'EFFECT_PAST', { day: effectiveFrom, today }));
	const later = versions.find((each) => !each.isWithdrawn && each.effectiveFrom > effectiveFrom);
	if (later) faults.push(fault(at, 'EFFECT_ORDER', { version: later.version, before: later.effectiveFrom }));
	if (cancelledFrom !== undefined && cancelledFrom < effectiveFrom)
		faults.push(fault(['cancelledFrom'], 'CANCELLED_BEFORE_EFFECT', { day: effectiveFrom }));
	return faults;
}

/** Why a published version cannot be taken back; undefined when it can. */
export function withdrawalRefusal(
	version: { effectiveFrom: string },
	{ today, uses }: { today: string; uses: number },
): 'VERSION_IN_USE' | 'VERSION_IN_EFFECT' | undefined {
	if (uses > 0) return 'VERSION_IN_USE';
	// Drafts begin with what is in effect: before its day nothing can begin with this one while it is being taken back.
	return version.effectiveFrom <= today ? 'VERSION_IN_EFFECT' : undefined;
}
