import type { Answers } from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';

export type Form = Record<string, unknown>;

/**
 * Where a draft's words are.
 * CLEAN: the server has them. DIRTY: only this browser, to be sent soon. SAVING: on their way.
 * WAITING: sending failed, they stay here until it works. CONFLICT: somebody saved other words meanwhile.
 */
export type Phase = 'CLEAN' | 'DIRTY' | 'SAVING' | 'WAITING' | 'CONFLICT';

/** What somebody has written: the answers to the questions, and the form. */
export interface Words {
	answers: Answers;
	form: Form;
}

export interface DraftState extends Words {
	/** Version on the server that the words continue. */
	version: number;
	phase: Phase;
	/** Typed on while the last save was on its way. */
	ahead: boolean;
	/** The other words, in a conflict. */
	theirs: Kept | null;
	/** Why sending failed, while WAITING. */
	error: unknown;
}

/** What a browser keeps of a draft until the server has it. */
export interface Kept extends Words {
	version: number;
}

export type DraftEvent =
	| { type: 'EDITED'; form: Form }
	| { type: 'ANSWERED'; answers: Answers }
	| { type: 'SENT' }
	/** `filled` is the form with what the answers have filled in, as the server has it. */
	| { type: 'SAVED'; version: number; filled?: Form }
	| { type: 'FAILED'; error: unknown }
	| { type: 'OVERTAKEN'; theirs: Kept }
	| { type: 'KEEP_MINE' }
	| { type: 'TAKE_THEIRS' }
	/** The server raised the version without touching the words (a file came or went). */
	| { type: 'VERSION'; version: number };

const wordsOf = ({ answers, form }: Words): Words => ({ answers, form });
const equal = (a: Words, b: Words): boolean => isSame(wordsOf(a), wordsOf(b));

/** Whether two values say the same; the database keeps the keys of an object in an order of its own. */
export function isSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/** Begins with the server's draft and what this browser kept of it, if anything. */
export function startDraft(draft: Pick<Draft, keyof Kept>, kept: Kept | null): DraftState {
	const base = { ahead: false, theirs: null, error: null };
	const theirs = { ...wordsOf(draft), version: draft.version };
	if (!kept || equal(kept, draft)) return { ...base, ...theirs, phase: 'CLEAN' };
	if (kept.version === draft.version) return { ...base, ...kept, phase: 'DIRTY' };
	return { ...base, ...kept, phase: 'CONFLICT', theirs };
}

function edited(state: DraftState, words: Words): DraftState {
	if (equal(words, state)) return state;
	if (state.phase === 'SAVING') return { ...state, ...words, ahead: true };
	if (state.phase === 'CONFLICT') return { ...state, ...words };
	return { ...state, ...words, phase: 'DIRTY' };
}

function resolved(state: DraftState, mine: boolean): DraftState {
	const { theirs } = state;
	if (!theirs) return state;
	const next = { ...state, version: theirs.version, theirs: null, error: null, ahead: false };
	return mine ? { ...next, phase: 'DIRTY' } : { ...next, ...wordsOf(theirs), phase: 'CLEAN' };
}

/** The draft after an event. Pure; words that the server does not have are never dropped. */
export function evolveDraft(state: DraftState, event: DraftEvent): DraftState {
	switch (event.type) {
		case 'EDITED':
			return edited(state, { answers: state.answers, form: event.form });
		case 'ANSWERED':
			return edited(state, { answers: event.answers, form: state.form });
		case 'SENT':
			return { ...state, phase: 'SAVING', ahead: false, error: null };
		case 'SAVED':
			return {
				...state,
				// Whoever has typed on keeps that; the next save brings what the answers fill in.
				form: state.ahead ? state.form : (event.filled ?? state.form),
				version: event.version,
				phase: state.ahead ? 'DIRTY' : 'CLEAN',
				ahead: false,
				error: null,
			};
		case 'FAILED':
			return { ...state, phase: 'WAITING', error: event.error };
		case 'OVERTAKEN':
			return { ...state, phase: 'CONFLICT', theirs: event.theirs };
		case 'KEEP_MINE':
			return resolved(state, true);
		case 'TAKE_THEIRS':
			return resolved(state, false);
		case 'VERSION':
			return state.phase === 'CONFLICT'
				? state
				: { ...state, version: Math.max(state.version, event.version) };
	}
}

const keyOf = (id: string) => `onevisit.draft.${id}`;

/** What this browser kept of a draft; null when nothing, or nothing readable. */
export function readKept(storage: Pick<Storage, 'getItem'>, id: string): Kept | null {
	const text = storage.getItem(keyOf(id));
	if (text === null) return null;
	try {
		const kept: unknown = JSON.parse(text);
		if (typeof kept !== 'object' || kept === null) return null;
		const { answers = {}, form, version } = kept as Partial<Kept>;
		return typeof form === 'object' && form !== null && typeof version === 'number'
			? { answers, form, version }
			: null;
	} catch {
		return null;
	}
}

/** Keeps the words here while the server does not have them; forgets them once it does: phones are shared. */
export function keep(storage: Pick<Storage, 'setItem' | 'removeItem'>, id: string, state: DraftState): void {
	if (state.phase === 'CLEAN') storage.removeItem(keyOf(id));
	else
		storage.setItem(keyOf(id), JSON.stringify({ ...wordsOf(state), version: state.version } satisfies Kept));
}
