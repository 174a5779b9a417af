import type { CaseState } from '../../../../../law/index.ts';

/** A station of the way, and the day on which it was reached. */
export interface Station {
	id: 'SUBMITTED' | 'SUPPLEMENT' | 'ACCEPTED' | 'HEARING' | 'DECIDED' | 'DELIVERED' | 'ENDED';
	on: string | null;
	state: 'DONE' | 'CURRENT' | 'AHEAD';
}

/** The stations of a case: those that every case passes, and those that this one met. */
export function progressOf(law: CaseState): Station[] {
	const ended = law.endedOn !== null && law.decision === null;
	const marks: [Station['id'], string | null, boolean][] = [
		['SUBMITTED', law.receivedOn, true],
		['SUPPLEMENT', law.supplement?.completeOn ?? null, law.supplement !== null],
		['ACCEPTED', law.acceptance?.on ?? null, !ended || law.acceptance !== null],
		[
			'HEARING',
			law.hearing?.heldOn ?? null,
			!ended && Boolean(law.hearing?.requestedOn ?? law.hearing?.announcedOn),
		],
		['DECIDED', law.decision?.on ?? null, !ended],
		['DELIVERED', law.delivery?.on ?? null, !ended && law.decision?.outcome !== 'REFUSED'],
		['ENDED', law.endedOn, ended],
	];
	const shown = marks.filter(([, , isShown]) => isShown);
	const current = shown.findIndex(([, on]) => on === null);
	return shown.map(([id, on], index) => ({
		id,
		on,
		state: on !== null ? 'DONE' : index === current ? 'CURRENT' : 'AHEAD',
	}));
}
