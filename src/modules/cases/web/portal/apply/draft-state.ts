import type { Draft } from '../../../cases.schema.ts';

export type Form = Record<string, unknown>;

/**
 * Where a draft's words are.
 * CLEAN: the server has them. DIRTY: only this browser, to be sent soon. SAVING: on their way.
 * WAITING: sending failed, they stay here until it works. CONFLICT: somebody saved other words meanwhile.
 */
export type Phase = 'CLEAN' | 'DIRTY' | 'SAVING' | 'WAITING' | 'CONFLICT';

export interface DraftState {
	form: Form;
	/** Version on the server that `form` continues. */
	version: number;
	phase: Phase;
	/** Typed on while the last save was on its way. */
	ahead: boolean;
	/** The other words, in a conflict. */
	theirs: { form: Form; version: number } | null;
	/** Why sending failed, while WAITING. */
	error: unknown;
}

/** What a browser keeps of a draft until the server has it. */
export interface Kept {
	form: Form;
	version: number;
}

export type DraftEvent =
	| { type: 'EDITED'; form: Form }
	| { type: 'SENT' }
	| { type: 'SAVED'; version: number }
	| { type: 'FAILED'; error: unknown }
	| { type: 'OVERTAKEN'; theirs: { form: Form; version: number } }
	| { type: 'KEEP_MINE' }
	| { type: 'TAKE_THEIRS' }
	/** The server raised the version without touching the words (a file came or went). */
	| { type: 'VERSION'; version: number };

const equal = (a: Form, b: Form): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Begins with the server's draft and what this browser kept of it, if anything. */
export function startDraft(draft: Pick<Draft, 'form' | 'version'>, kept: Kept | null): DraftState {
	const base = { ahead: false, theirs: null, error: null };
	if (!kept || equal(kept.form, draft.form)) {
		return { ...base, form: draft.form, version: draft.version, phase: 'CLEAN' };
	}
	if (kept.version === draft.version) {
		return { ...base, form: kept.form, version: draft.version, phase: 'DIRTY' };
	}
	const theirs = { form: draft.form, version: draft.version };
	return { ...base, form: kept.form, version: kept.version, phase: 'CONFLICT', theirs };
}

function edited(state: DraftState, form: Form): DraftState {
	if (equal(form, state.form)) return state;
	if (state.phase === 'SAVING') return { ...state, form, ahead: true };
	if (state.phase === 'CONFLICT') return { ...state, form };
	return { ...state, form, phase: 'DIRTY' };
}

function resolved(state: DraftState, mine: boolean): DraftState {
	const { theirs } = state;
	if (!theirs) return state;
	const next = { ...state, version: theirs.version, theirs: null, error: null, ahead: false };
	return mine ? { ...next, phase: 'DIRTY' } : { ...next, form: theirs.form, phase: 'CLEAN' };
}

/** The draft after an event. Pure; words that the server does not have are never dropped. */
export function evolveDraft(state: DraftState, event: DraftEvent): DraftState {
	switch (event.type) {
		case 'EDITED':
			return edited(state, event.form);
		case 'SENT':
			return { ...state, phase: 'SAVING', ahead: false, error: null };
		case 'SAVED':
			return {
				...state,
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
		const { form, version } = kept as Partial<Kept>;
		return typeof form === 'object' && form !== null && typeof version === 'number'
			? { form, version }
			: null;
	} catch {
		return null;
	}
}

/** Keeps the words here while the server does not have them; forgets them once it does: phones are shared. */
export function keep(storage: Pick<Storage, 'setItem' | 'removeItem'>, id: string, state: DraftState): void {
	if (state.phase === 'CLEAN') storage.removeItem(keyOf(id));
	else
		storage.setItem(keyOf(id), JSON.stringify({ form: state.form, version: state.version } satisfies Kept));
}
