import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../../../../../web/api/problem.ts';
import type { ItemFile } from '../../../../catalog.schema.ts';
import type { Change, Checked, SourceBody } from '../../../../desk/desk.schema.ts';
import { changeKey, checkSource, readChange, saveChange } from '../data.ts';

/** Typing pauses longer than these are when the server is asked, and when it keeps what was written. */
const CHECK_MS = 300;
const SAVE_MS = 800;
/** Somebody saved after this text was read. */
const STALE = 'CHANGE_STALE';

/** What is on the screen. The side that was written last leads; the other follows when it has been checked. */
interface Text {
	side: 'source' | 'yaml';
	source: ItemFile | null;
	yaml: string;
	/** Counts the edits of this tab. */
	stamp: number;
}

export type SaveState =
	| { kind: 'SAVED' }
	| { kind: 'WAITING' }
	| { kind: 'FAILED'; error: unknown }
	/** Somebody, maybe the same person in another tab, saved first: `theirs` is what they saved. */
	| { kind: 'CONFLICT'; theirs: Change };

const bodyOf = ({ side, source, yaml }: Text): SourceBody =>
	side === 'source' && source ? { source } : { yaml };

const textOf = (change: Change, stamp = 0): Text => ({
	side: change.source ? 'source' : 'yaml',
	source: change.source,
	yaml: change.yaml,
	stamp,
});

/** A change being written: checked and saved while one types. Nothing that was written here is ever thrown away. */
export function useDraft(change: Change, editable: boolean) {
	const [text, setText] = useState(() => textOf(change));
	const { checked, error: checkError } = useCheck(text, setText);
	const { save, adopt, rowVersion, keepMine, retry } = useSaving(change, text, editable);
	const { aside, setAside } = useKept(change.id, text, editable && save.kind !== 'SAVED');

	const write = useCallback((part: Partial<Text>) => {
		setText((before) => ({ ...before, ...part, stamp: before.stamp + 1 }));
	}, []);
	const takeTheirs = (theirs: Change) => {
		const stamp = text.stamp + 1;
		setAside(text);
		adopt(theirs, stamp);
		setText(textOf(theirs, stamp));
	};
	return {
		text,
		checked,
		checkError,
		save,
		rowVersion,
		setSource: useCallback((source: ItemFile) => write({ side: 'source', source }), [write]),
		setYaml: useCallback((yaml: string) => write({ side: 'yaml', yaml }), [write]),
		keepMine,
		takeTheirs,
		retry,
		/** What this tab had written before it took over somebody else's text. */
		aside,
		restore: () => {
			if (aside) write({ side: aside.side, source: aside.source, yaml: aside.yaml });
			setAside(null);
		},
	};
}

export type Draft = ReturnType<typeof useDraft>;

/** Asks what is wrong when the typing pauses; an answer to an older text is not looked at. */
function useCheck(text: Text, setText: (change: (before: Text) => Text) => void) {
	const [state, setState] = useState<{ checked: Checked | null; error: unknown }>({
		checked: null,
		error: null,
	});
	const latest = useRef({ text, setText });
	latest.current = { text, setText };
	const { stamp } = text;
	useEffect(() => {
		let isCurrent = true;
		const ask = async () => {
			try {
				const checked = await checkSource(bodyOf(latest.current.text));
				if (!isCurrent) return;
				setState({ checked, error: null });
				latest.current.setText((before) => (before.stamp === stamp ? followed(before, checked) : before));
			} catch (error) {
				if (isCurrent) setState((before) => ({ ...before, error }));
			}
		};
		const timer = setTimeout(ask, stamp === 0 ? 0 : CHECK_MS);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [stamp]);
	return state;
}

/** The side that was not written takes over what the check made of the other. */
function followed(text: Text, checked: Checked): Text {
	return text.side === 'source' ? { ...text, yaml: checked.yaml } : { ...text, source: checked.source };
}

function useSaving(change: Change, text: Text, editable: boolean) {
	const client = useQueryClient();
	const [save, setSave] = useState<SaveState>({ kind: 'SAVED' });
	const rowVersion = useRef(change.rowVersion);
	const saved = useRef(0);
	const isUnderWay = useRef(false);
	const latest = useRef(text);
	latest.current = text;

	const run = useCallback(async () => {
		if (isUnderWay.current || saved.current === latest.current.stamp) return;
		isUnderWay.current = true;
		try {
			while (saved.current !== latest.current.stamp) {
				const { stamp } = latest.current;
				const answer = await saveChange(change.id, rowVersion.current, bodyOf(latest.current));
				rowVersion.current = answer.rowVersion;
				saved.current = stamp;
				client.setQueryData(changeKey(change.id), answer);
			}
			setSave({ kind: 'SAVED' });
			void client.invalidateQueries({ queryKey: ['keeper'], refetchType: 'none' });
		} catch (error) {
			setSave(await failure(error, change.id));
		} finally {
			isUnderWay.current = false;
		}
	}, [change.id, client]);

	const isStuck = save.kind === 'CONFLICT';
	useEffect(() => {
		if (!editable || isStuck || text.stamp === 0 || saved.current === text.stamp) return;
		setSave({ kind: 'WAITING' });
		const timer = setTimeout(run, SAVE_MS);
		return () => clearTimeout(timer);
	}, [text.stamp, editable, isStuck, run]);

	useLeaving(save.kind !== 'SAVED', run);
	/** The text of this stamp is what the server has. */
	const adopt = (theirs: Change, stamp: number) => {
		rowVersion.current = theirs.rowVersion;
		saved.current = stamp;
		setSave({ kind: 'SAVED' });
	};
	const keepMine = (theirs: Change) => {
		rowVersion.current = theirs.rowVersion;
		saved.current = -1;
		setSave({ kind: 'WAITING' });
		void run();
	};
	return { save, adopt, rowVersion, keepMine, retry: () => void run() };
}

async function failure(error: unknown, id: string): Promise<SaveState> {
	if (!(error instanceof ApiProblem) || error.code !== STALE) {
		return { kind: 'FAILED', error };
	}
	try {
		return { kind: 'CONFLICT', theirs: await readChange(id) };
	} catch (unread) {
		return { kind: 'FAILED', error: unread };
	}
}

/** Whoever goes away with something unsaved: inside the desk it is saved at once, outside the browser asks first. */
function useLeaving(isOpen: boolean, run: () => Promise<void>): void {
	useEffect(() => {
		if (!isOpen) return;
		const ask = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener('beforeunload', ask);
		return () => window.removeEventListener('beforeunload', ask);
	}, [isOpen]);
	useEffect(() => () => void run(), [run]);
}

/** Text that the server does not have is kept with this tab, past reloads and going away, until it is taken up again. */
function useKept(id: string, text: Text, isOpen: boolean) {
	const key = `keeper-${id}`;
	const [aside, setAside] = useState<Text | null>(() => {
		const kept = sessionStorage.getItem(key);
		return kept ? (JSON.parse(kept) as Text) : null;
	});
	useEffect(() => {
		const kept = isOpen ? text : aside;
		if (kept) sessionStorage.setItem(key, JSON.stringify(kept));
		else sessionStorage.removeItem(key);
	}, [key, isOpen, text, aside]);
	return { aside, setAside };
}
