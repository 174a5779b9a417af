import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { api } from '../../../../../web/api/client.ts';
import { ApiProblem } from '../../../../../web/api/problem.ts';
import type { Answers } from '../../../../catalog/web/index.ts';
import type { Draft } from '../../../cases.schema.ts';
import { draftQuery } from '../cases-queries.ts';
import {
	type DraftEvent,
	evolveDraft,
	type Form,
	isSame,
	type Kept,
	keep,
	readKept,
	startDraft,
} from './draft-state.ts';

/** Long enough not to save every key, short enough to lose nothing worth mentioning if the power fails. */
const QUIET_MS = 700;
const RETRY_MS = 10_000;

const CONFLICT_STATUS = 409;

/** A draft that saves itself: here at once, on the server after a moment of quiet. */
export function useDraft(draft: Draft) {
	const client = useQueryClient();
	const [state, dispatch] = useReducer(evolveDraft, draft, (initial) =>
		startDraft(initial, readKept(localStorage, initial.id)),
	);
	const latest = useRef(state);
	latest.current = state;
	const { id } = draft;

	const save = useCallback(async () => {
		const { answers, form, version } = latest.current;
		dispatch({ type: 'SENT' });
		dispatch(await send(id, { answers, form, version }));
	}, [id]);

	useEffect(() => keep(localStorage, id, state), [id, state]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: each further word begins the quiet anew
	useEffect(() => {
		if (state.phase !== 'DIRTY' && state.phase !== 'WAITING') return;
		const timer = setTimeout(() => void save(), state.phase === 'DIRTY' ? QUIET_MS : RETRY_MS);
		const now = () => void save();
		window.addEventListener('online', now);
		return () => {
			clearTimeout(timer);
			window.removeEventListener('online', now);
		};
	}, [state.phase, state.form, state.answers, save]);

	// The page's copy of the draft follows what was saved, so that coming back shows the newest words.
	useEffect(() => {
		if (state.phase !== 'CLEAN') return;
		client.setQueryData(draftQuery(id).queryKey, (before) =>
			before
				? {
						...before,
						answers: state.answers,
						form: state.form,
						version: Math.max(before.version, state.version),
					}
				: before,
		);
	}, [client, id, state]);

	const edit = useCallback((form: Form) => dispatch({ type: 'EDITED', form }), []);
	const answer = useCallback((answers: Answers) => dispatch({ type: 'ANSWERED', answers }), []);
	return { state, edit, answer, dispatch, save };
}

async function send(id: string, { version, ...words }: Kept): Promise<DraftEvent> {
	try {
		const saved = await api.put<Draft>(`/api/drafts/${id}`, { ...words, expectedVersion: version });
		const filled = isSame(saved.form, words.form) ? {} : { filled: saved.form };
		return { type: 'SAVED', version: saved.version, ...filled };
	} catch (error) {
		if (!(error instanceof ApiProblem) || error.status !== CONFLICT_STATUS) return { type: 'FAILED', error };
		try {
			const theirs = await api.get<Draft>(`/api/drafts/${id}`);
			const { answers, form, version: newer } = theirs;
			return { type: 'OVERTAKEN', theirs: { answers, form, version: newer } };
		} catch (second) {
			return { type: 'FAILED', error: second };
		}
	}
}
