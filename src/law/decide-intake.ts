import type { CommandOf } from './commands.ts';
import type { Rules, Situation } from './decide.ts';
import { type ItemRules, isFormField } from './item-rules.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refusals.ts';
import { missingPapers, owedPapers, rulesOf } from './state.ts';
import type { Necessity } from './vocabulary.ts';

type IntakeCommand =
	| 'Submit'
	| 'CorrectOnSpot'
	| 'DeclareNotRequired'
	| 'DeclareOutOfScope'
	| 'RequestSupplement'
	| 'Supplement'
	| 'Accept'
	| 'SupplyOwed'
	| 'Withdraw';

/** Whether a supplement notice may name this code: a material of the item, or a field of its form. */
const isKnown = (rules: ItemRules, code: string) =>
	isFormField(code) || rules.materials.some((material) => material.code === code);

/** Receipt, the five outcomes of Art. 32, supplements, owed papers, withdrawal. */
export const intake: Rules<IntakeCommand> = {
	Submit: ({ materials, channel }, { today, context }) => {
		const { rules, bars } = context;
		if (!rules) throw new TypeError('Submit needs the rules of the item');
		if (bars?.until && bars.until >= today) return refuse('BARRED', { until: bars.until }, bars.until);
		const unknown = materials.find((code) => isFormField(code) || !isKnown(rules, code));
		if (unknown !== undefined) return refuse('MATERIAL_UNKNOWN', { material: unknown });
		return [{ type: 'Submitted', data: { on: today, channel, materials: [...new Set(materials)], rules } }];
	},
	CorrectOnSpot: ({ corrections }, { today }) => [
		{ type: 'CorrectedOnSpot', data: { on: today, corrections } },
	],
	DeclareNotRequired: ({ reason }, { today }) =>
		reason.trim()
			? [{ type: 'NotRequiredDeclared', data: { on: today, reason } }]
			: refuse('REASONS_MISSING'),
	DeclareOutOfScope: ({ reason, rightOrgan }, { today }) =>
		reason.trim() && rightOrgan.trim()
			? [{ type: 'OutOfScopeDeclared', data: { on: today, reason, rightOrgan } }]
			: refuse('REASONS_MISSING'),
	RequestSupplement: ({ items }, { state, today }) => {
		if (items.length === 0) return refuse('SUPPLEMENT_EMPTY');
		const unknown = items.find((item) => !isKnown(rulesOf(state), item.code));
		if (unknown) return refuse('SUPPLEMENT_UNKNOWN_CODE', { code: unknown.code });
		return [{ type: 'SupplementRequested', data: { on: today, items } }];
	},
	Supplement: ({ codes }, { state, today }) => {
		const outstanding = state.supplement?.outstanding ?? [];
		const unknown = codes.find((code) => !outstanding.includes(code));
		if (unknown !== undefined || codes.length === 0)
			return refuse('SUPPLEMENT_UNKNOWN_CODE', { code: unknown ?? '' });
		const complete = outstanding.every((code) => codes.includes(code));
		return [{ type: 'SupplementReceived', data: { on: today, codes: [...new Set(codes)], complete } }];
	},
	Accept: (command, situation) => {
		const refusal = acceptanceRefusal(command, situation);
		if (refusal) return refusal;
		const { state, today } = situation;
		const { procedure, tolerated = [], commitmentSigned = false } = command;
		// Art. 32 ¶1(5): complete supplements are to be accepted, so that is the day that counts.
		const on = state.supplement?.completeOn ?? today;
		return [{ type: 'Accepted', data: { on, procedure, tolerated, commitment: commitmentSigned } }];
	},
	SupplyOwed: ({ materials }, { state, today, context }) => {
		const codes = [...new Set(materials)];
		const owed = owedPapers(state).filter((paper) => codes.includes(paper.material));
		const asked = [...owed.map((paper) => paper.material), ...missingPapers(state)];
		if (codes.length === 0 || codes.some((code) => !asked.includes(code))) return refuse('NOTHING_OWED');
		const late = owed.filter((paper) => paper.due < today);
		if (late[0] && context.options.latePaper === 'REFUSED') {
			return refuse('PAPER_TOO_LATE', { material: late[0].material, due: late[0].due });
		}
		const lateCodes = late.map((paper) => paper.material);
		return [{ type: 'OwedPaperSupplied', data: { on: today, materials: codes, late: lateCodes } }];
	},
	Withdraw: ({ reason }, { today }) => [{ type: 'Withdrawn', data: { on: today, reason } }],
};

function acceptanceRefusal(command: CommandOf<'Accept'>, situation: Situation): Refusal | undefined {
	const { state, context } = situation;
	const rules = rulesOf(state);
	if (command.commitmentSigned) {
		if (!rules.commitment || rules.safetyRelated || context.bars?.noCommitment)
			return refuse('COMMITMENT_NOT_ALLOWED');
	}
	const tolerance = toleranceRefusal(command, situation);
	if (tolerance) return tolerance;
	// Everything that the notice named is in: more may not be asked for (Art. 32 ¶1(5)).
	if (state.stage === 'SUPPLEMENTED') return undefined;
	const needed: readonly Necessity[] = command.commitmentSigned
		? ['REQUIRED', 'TOLERABLE']
		: ['REQUIRED', 'TOLERABLE', 'BY_PROMISE'];
	const tolerated = (command.tolerated ?? []).map((paper) => paper.material);
	const missing = rules.materials
		.filter(({ necessity }) => needed.includes(necessity))
		.filter(({ code }) => !state.materials.includes(code) && !tolerated.includes(code))
		.map(({ code }) => code);
	return missing.length > 0 ? refuse('MATERIALS_MISSING', { materials: missing.join(', ') }) : undefined;
}

/** Jinan rules of 2020 on tolerance: listed secondary papers only, never for 即办 items, and a signed promise. */
function toleranceRefusal(
	command: CommandOf<'Accept'>,
	{ state, today, context }: Situation,
): Refusal | undefined {
	const tolerated = command.tolerated ?? [];
	if (tolerated.length === 0) return undefined;
	const rules = rulesOf(state);
	if (rules.onTheSpot) return refuse('TOLERANCE_NOT_ALLOWED', { material: tolerated[0]?.material ?? '' });
	if (!command.promiseSigned) return refuse('TOLERANCE_NOT_SIGNED');
	const seen = new Set<string>();
	for (const { material, due } of tolerated) {
		const tolerable = rules.materials.some(
			({ code, necessity }) => code === material && necessity === 'TOLERABLE',
		);
		if (!tolerable || seen.has(material) || state.materials.includes(material)) {
			return refuse('TOLERANCE_NOT_ALLOWED', { material });
		}
		seen.add(material);
		const { calendar, options } = context;
		if (due <= today || calendar.between(today, due) > options.toleranceMaxDays) {
			return refuse('TOLERANCE_DUE_INVALID', { material, due, max: options.toleranceMaxDays });
		}
	}
	return undefined;
}
