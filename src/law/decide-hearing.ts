import type { Rules, Situation } from './decide.ts';
import { HEARING_NOTICE_DAYS } from './limits.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusals.ts';
import { hearingOf, reviewersOf, rulesOf } from './state.ts';

type HearingCommand =
	| 'InformHearingRight'
	| 'RequestHearing'
	| 'AnnounceHearing'
	| 'NotifyHearing'
	| 'ReplaceHearingChair'
	| 'HoldHearing';

/** The chair is somebody who did not review this application (Art. 48 ¶1(3)). */
function chairRefusal(chair: string, { state }: Situation): Refusal | undefined {
	return reviewersOf(state).includes(chair.trim())
		? refuse('HEARING_CHAIR_IS_REVIEWER', { chair })
		: undefined;
}

/** First day on which a hearing notified today may be held (Art. 48 ¶1(1)). */
function earliestHearing({ today, context }: Situation): PlainDate {
	const { options, calendar } = context;
	return options.hearingNoticeUnit === 'CD'
		? addDays(today, HEARING_NOTICE_DAYS)
		: calendar.add(today, HEARING_NOTICE_DAYS);
}

/** The hearing: on request (Art. 47), or announced because a law or the public interest asks for it (Art. 46). */
export const hearings: Rules<HearingCommand> = {
	InformHearingRight: ({ parties }, { state, today }) => {
		const hearing = hearingOf(state);
		if (rulesOf(state).hearing === 'NONE') return refuse('HEARING_NOT_PROVIDED');
		// Art. 46: it is held whether anybody asks or not, and the public is told of it.
		if (rulesOf(state).hearing === 'MANDATORY') return refuse('HEARING_NOT_ANNOUNCED');
		if (hearing.informedOn || hearing.announcedOn) return refuse('HEARING_ALREADY_OPEN');
		return [{ type: 'HearingRightInformed', data: { on: today, parties } }];
	},
	RequestHearing: ({ party }, { state, today }) => {
		const hearing = hearingOf(state);
		if (hearing.requestedOn || hearing.announcedOn) return refuse('HEARING_ALREADY_OPEN');
		if (hearing.lapsedOn) return refuse('HEARING_REQUEST_TOO_LATE', { lastDay: hearing.lapsedOn });
		if (!hearing.informedOn) return refuse('HEARING_NOT_REQUESTED');
		return [{ type: 'HearingRequested', data: { on: today, party } }];
	},
	AnnounceHearing: ({ basis }, { state, today }) => {
		const hearing = hearingOf(state);
		if (hearing.announcedOn || hearing.requestedOn) return refuse('HEARING_ALREADY_OPEN');
		return basis.trim()
			? [{ type: 'HearingAnnounced', data: { on: today, basis } }]
			: refuse('REASONS_MISSING');
	},
	NotifyHearing: ({ date, place, chair }, situation) => {
		const { state, today } = situation;
		const hearing = hearingOf(state);
		if (hearing.heldOn) return refuse('HEARING_ALREADY_OPEN');
		if (!hearing.requestedOn && !hearing.announcedOn) return refuse('HEARING_NOT_REQUESTED');
		const earliest = earliestHearing(situation);
		if (date < earliest) return refuse('HEARING_NOTICE_TOO_SHORT', { earliest }, earliest);
		return (
			chairRefusal(chair, situation) ?? [{ type: 'HearingNotified', data: { on: today, date, place, chair } }]
		);
	},
	ReplaceHearingChair: ({ chair, reason }, situation) => {
		const { notice, heldOn } = hearingOf(situation.state);
		if (!notice || heldOn) return refuse('HEARING_NOT_NOTIFIED');
		const refusal = chairRefusal(chair, situation);
		return refusal ?? [{ type: 'HearingChairReplaced', data: { on: situation.today, chair, reason } }];
	},
	HoldHearing: ({ record, signed }, situation) => {
		const { notice, heldOn } = hearingOf(situation.state);
		if (heldOn) return refuse('HEARING_ALREADY_OPEN');
		if (!notice) return refuse('HEARING_NOT_NOTIFIED');
		if (situation.today < notice.date)
			return refuse('HEARING_BEFORE_ITS_DAY', { date: notice.date }, notice.date);
		if (!signed || !record.trim()) return refuse('HEARING_RECORD_UNSIGNED');
		return (
			chairRefusal(notice.chair, situation) ?? [
				{ type: 'HearingHeld', data: { on: situation.today, record } },
			]
		);
	},
};
