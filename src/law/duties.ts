import type { CommandType } from './commands.ts';
import type { LawOptions, Step } from './options.ts';
import type { RefusalCode } from './refusal.ts';
import type { CaseState } from './state.ts';
import type { Procedure, Role } from './vocabulary.ts';

/** Who asks. Which cases a person may touch at all is checked where the cases are kept. */
export interface Actor {
	id: string;
	roles: readonly Role[];
	/** Codes of the items that this person may approve alone (独任审批师). */
	soleItems?: readonly string[];
}

interface Duty {
	/** Roles whose hand the act needs, any one of them. */
	roles: readonly Role[];
	/** The step of the procedure that it belongs to, for the separation of duties. */
	step?: Step;
	/** A sole approver may do it, too, for an item on the list. */
	sole: boolean;
}

const public_ = (...roles: Role[]): Duty => ({ roles: ['APPLICANT', ...roles], sole: true });
const accept: Duty = { roles: ['CLERK'], step: 'ACCEPT', sole: true };
const review: Duty = { roles: ['REVIEWER'], step: 'REVIEW', sole: true };
const decide: Duty = { roles: ['APPROVER'], step: 'DECIDE', sole: true };
const licence: Duty = { roles: ['APPROVER'], sole: true };
const heads: Duty = { roles: ['ORGAN_HEAD', 'GOVERNMENT_HEAD'], sole: false };

/** Who may do what: separation of duties as data. */
const duties: Record<CommandType, Duty> = {
	Submit: public_('CLERK'),
	CorrectOnSpot: accept,
	DeclareNotRequired: accept,
	DeclareOutOfScope: accept,
	RequestSupplement: accept,
	Supplement: public_('CLERK'),
	Accept: accept,
	SupplyOwed: public_('CLERK'),
	Withdraw: public_('CLERK'),
	StartReview: review,
	AssignInspectors: { roles: ['REVIEWER', 'APPROVER'], sole: true },
	RecordSiteVisit: review,
	StartSpecialProcedure: review,
	EndSpecialProcedure: review,
	Extend: heads,
	InformInterestedParties: review,
	InformHearingRight: review,
	RequestHearing: public_('CLERK'),
	AnnounceHearing: review,
	NotifyHearing: { roles: ['REVIEWER', 'APPROVER'], sole: true },
	ReplaceHearingChair: { roles: ['APPROVER', 'ORGAN_HEAD'], sole: false },
	HoldHearing: { roles: ['REVIEWER', 'APPROVER'], sole: true },
	Review: review,
	ReturnToReview: decide,
	Grant: decide,
	Refuse: decide,
	Deliver: public_('CLERK'),
	CheckCommitment: { roles: ['REVIEWER', 'SUPERVISOR'], sole: true },
	RequestRenewal: public_('CLERK'),
	GrantRenewal: licence,
	RefuseRenewal: licence,
	RequestChange: public_('CLERK'),
	GrantChange: licence,
	RefuseChange: licence,
	Revoke: { roles: ['APPROVER', 'ORGAN_HEAD', 'GOVERNMENT_HEAD'], sole: false },
	WithdrawLicence: heads,
	RevokeAsPenalty: { roles: ['APPROVER', 'ORGAN_HEAD'], sole: false },
	Cancel: { roles: ['CLERK', 'APPROVER'], sole: true },
	Tick: { roles: ['SYSTEM'], sole: false },
};

/** Roles that may give a command: one list for the law, the permission tables and the screens. */
export function rolesFor(command: CommandType): readonly Role[] {
	const duty = duties[command];
	return duty.sole ? [...duty.roles, 'SOLE_APPROVER'] : duty.roles;
}

/** Why this person may not give this command now; undefined when nothing speaks against it. */
export function dutyRefusal(
	state: CaseState,
	command: CommandType,
	actor: Actor,
	options: LawOptions,
	/** Procedure that an acceptance chooses. */
	chosen?: Procedure,
): RefusalCode | undefined {
	const duty = duties[command];
	const procedure = chosen ?? state.acceptance?.procedure;
	const ordinary = actor.roles.some((role) => duty.roles.includes(role));
	const alone = duty.sole && actor.roles.includes('SOLE_APPROVER');
	if (duty.step === undefined) return ordinary ? undefined : soleRefusal(state, alone, actor);
	if (chaired(state, duty.step, actor)) return 'HEARING_CHAIR_IS_REVIEWER';
	if (procedure === 'SOLE') return soleRefusal(state, alone, actor);
	// Before acceptance the procedure is open: a sole approver may take in what is on the list.
	if (!ordinary && alone && procedure === undefined) return soleRefusal(state, alone, actor);
	if (!ordinary) return 'WRONG_ROLE';
	return separated(state, duty.step, actor.id, options) ? undefined : 'SAME_PERSON';
}

/** Whether the person chairs the hearing and so may not review (Art. 48 ¶1(3)); deciding alone is reviewing, too. */
function chaired(state: CaseState, step: Step, actor: Actor): boolean {
	const reviews = step === 'REVIEW' || (step === 'DECIDE' && state.acceptance?.procedure === 'SOLE');
	return reviews && state.hearing?.notice?.chair === actor.id;
}

function soleRefusal(state: CaseState, alone: boolean, actor: Actor): RefusalCode | undefined {
	if (!alone) return 'WRONG_ROLE';
	if (state.rules && !state.rules.soleApproval) return 'ITEM_NOT_SOLE';
	if (state.rules && !actor.soleItems?.includes(state.rules.code)) return 'NOT_AUTHORISED_SOLE';
	return undefined;
}

/** Whether the person may take this step after the steps that he or she has taken. */
export function separated(state: CaseState, step: Step, person: string, options: LawOptions): boolean {
	if (state.acceptance?.procedure === 'SOLE') return true;
	return options.separation.every(([a, b]) => {
		const other = a === step ? b : b === step ? a : undefined;
		return other === undefined || !state.persons[other].includes(person);
	});
}
