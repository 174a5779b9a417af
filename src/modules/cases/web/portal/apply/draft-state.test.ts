import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DraftEvent, type DraftState, evolveDraft, keep, readKept, startDraft } from './draft-state.ts';

const start = (form = {}, version = 1) => startDraft({ answers: {}, form, version }, null);
const play = (state: DraftState, ...events: DraftEvent[]) => events.reduce(evolveDraft, state);
const edited = (name: string): DraftEvent => ({ type: 'EDITED', form: { name } });

describe('starting', () => {
	test('nothing kept: the server has the words', () => {
		expect(start({ a: 1 })).toMatchObject({ phase: 'CLEAN', form: { a: 1 }, version: 1 });
	});

	test('words kept on the same version are sent again', () => {
		expect(
			startDraft({ answers: {}, form: {}, version: 3 }, { answers: {}, form: { a: 1 }, version: 3 }),
		).toMatchObject({
			phase: 'DIRTY',
			form: { a: 1 },
			version: 3,
		});
	});

	test('words kept on an older version are a conflict, and neither side is lost', () => {
		const state = startDraft(
			{ answers: {}, form: { a: 2 }, version: 4 },
			{ answers: {}, form: { a: 1 }, version: 3 },
		);
		expect(state).toMatchObject({
			phase: 'CONFLICT',
			form: { a: 1 },
			theirs: { form: { a: 2 }, version: 4 },
		});
	});

	test('the same words are no conflict', () => {
		expect(
			startDraft({ answers: {}, form: { a: 1 }, version: 4 }, { answers: {}, form: { a: 1 }, version: 3 })
				.phase,
		).toBe('CLEAN');
	});
});

describe('saving', () => {
	test('edit, send, saved', () => {
		const saved = play(start(), edited('张'), { type: 'SENT' }, { type: 'SAVED', version: 2 });
		expect(saved).toMatchObject({ phase: 'CLEAN', version: 2, form: { name: '张' } });
	});

	test('typing on while a save is under way asks for another', () => {
		const state = play(start(), edited('张'), { type: 'SENT' }, edited('张伟'), {
			type: 'SAVED',
			version: 2,
		});
		expect(state).toMatchObject({ phase: 'DIRTY', version: 2, form: { name: '张伟' } });
	});

	test('what the answers fill in comes back with the save, and never over words typed meanwhile', () => {
		const answered = play(start({ area: 5 }), { type: 'ANSWERED', answers: { area: 9 } }, { type: 'SENT' });
		const saved: DraftEvent = { type: 'SAVED', version: 2, filled: { area: 9 } };
		expect(play(answered, saved)).toMatchObject({ phase: 'CLEAN', form: { area: 9 }, answers: { area: 9 } });
		expect(play(answered, edited('张'), saved)).toMatchObject({ phase: 'DIRTY', form: { name: '张' } });
	});

	test('a failure keeps the words and waits', () => {
		const state = play(start(), edited('张'), { type: 'SENT' }, { type: 'FAILED', error: new Error('away') });
		expect(state).toMatchObject({ phase: 'WAITING', form: { name: '张' }, version: 1 });
	});

	test('overtaken: mine goes on from their version, theirs replaces mine', () => {
		const theirs = { answers: {}, form: { name: '李' }, version: 5 };
		const conflict = play(start(), edited('张'), { type: 'SENT' }, { type: 'OVERTAKEN', theirs });
		expect(evolveDraft(conflict, { type: 'KEEP_MINE' })).toMatchObject({
			phase: 'DIRTY',
			form: { name: '张' },
			version: 5,
		});
		expect(evolveDraft(conflict, { type: 'TAKE_THEIRS' })).toMatchObject({
			phase: 'CLEAN',
			form: { name: '李' },
			version: 5,
		});
	});

	test('a file raises the version without touching the words', () => {
		expect(play(start({ a: 1 }), { type: 'VERSION', version: 2 })).toMatchObject({
			version: 2,
			form: { a: 1 },
		});
	});
});

test('whatever happens, the last words typed are in the form or were given up by choice', () => {
	const event: fc.Arbitrary<DraftEvent> = fc.oneof(
		fc.string().map(edited),
		fc.constant<DraftEvent>({ type: 'SENT' }),
		fc.nat().map((version): DraftEvent => ({ type: 'SAVED', version })),
		fc.constant<DraftEvent>({ type: 'FAILED', error: null }),
		fc.nat().map(
			(version): DraftEvent => ({
				type: 'OVERTAKEN',
				theirs: { answers: {}, form: { name: '他' }, version },
			}),
		),
		fc.constant<DraftEvent>({ type: 'KEEP_MINE' }),
	);
	fc.assert(
		fc.property(fc.array(event), (events) => {
			const last = events.findLast((each) => each.type === 'EDITED');
			const state = play(start(), ...events);
			expect(state.form).toEqual(last?.type === 'EDITED' ? last.form : {});
		}),
	);
});

describe('what the browser keeps', () => {
	const storage = () => {
		const kept = new Map<string, string>();
		return {
			getItem: (key: string) => kept.get(key) ?? null,
			setItem: (key: string, value: string) => void kept.set(key, value),
			removeItem: (key: string) => void kept.delete(key),
		};
	};

	test('is there until the server has it, and not a moment longer', () => {
		const place = storage();
		const dirty = play(start(), edited('张'));
		keep(place, 'd1', dirty);
		expect(readKept(place, 'd1')).toEqual({ answers: {}, form: { name: '张' }, version: 1 });
		expect(readKept(place, 'd2')).toBeNull();
		keep(place, 'd1', play(dirty, { type: 'SENT' }, { type: 'SAVED', version: 2 }));
		expect(readKept(place, 'd1')).toBeNull();
	});

	test.each(['', 'null', '{"form":1,"version":1}', '{"form":{}}', '{'])(
		'nonsense (%s) is nothing',
		(text) => {
			expect(readKept({ getItem: () => text }, 'd1')).toBeNull();
		},
	);
});
