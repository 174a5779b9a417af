import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Type from 'typebox';
import { DAY_UNITS, type LawOptions, STEPS } from '../../law/index.ts';
import { DefinitionError, definitionMessages, readDefinition } from '../../platform/definitions/index.ts';

/** Where the bureau's choices are kept. */
export const OPTIONS_FILE = resolve(import.meta.dirname, '../../../data/law/options.yaml');

const strict = { additionalProperties: false } as const;
const unit = Type.Enum(DAY_UNITS);
const share = Type.Number({ minimum: 0, maximum: 1 });
const daysOrNull = Type.Union([Type.Integer({ minimum: 1, maximum: 366 }), Type.Null()]);

/** The choices of `data/law/options.yaml`; their meaning stands at {@link LawOptions}. */
export const OptionsFile = Type.Object(
	{
		receiptOnDayOff: Type.Enum(['SAME_DAY', 'NEXT_WORKDAY']),
		suspensionBorders: Type.Enum(['END_ONLY', 'START_ONLY', 'BOTH', 'NEITHER']),
		beyondTimeTold: Type.Enum(['COUNTS', 'STAYS_OUT']),
		hearingStopsClockFrom: Type.Enum(['REQUEST', 'NOTICE']),
		hearingRequestUnit: unit,
		hearingNoticeUnit: unit,
		renewalUnit: unit,
		announcedHearingDays: Type.Integer({ minimum: 1, maximum: 366 }),
		rollForward: Type.Boolean(),
		todayCounts: Type.Boolean(),
		deemAfterSupplement: Type.Boolean(),
		supplementLapseDays: daysOrNull,
		specialLawExtension: Type.Enum(['ONLY_OWN', 'ART42']),
		owedPaperHolds: Type.Enum(['GRANT', 'DELIVERY']),
		toleranceMaxDays: Type.Integer({ minimum: 1, maximum: 366 }),
		latePaper: Type.Enum(['TAKEN', 'REFUSED']),
		lateRenewal: Type.Enum(['REFUSED', 'WITHOUT_SILENCE']),
		silentRenewalMonths: Type.Union([Type.Integer({ minimum: 1, maximum: 600 }), Type.Null()]),
		separation: Type.Array(Type.Tuple([Type.Enum(STEPS), Type.Enum(STEPS)])),
		lights: Type.Object(
			{ yellow: share, orange: share, orangeDays: Type.Integer({ minimum: 0, maximum: 30 }) },
			strict,
		),
	},
	strict,
);

/** Reads the bureau's choices. @throws DefinitionError naming every fault with line and column */
export function loadLawOptions(file = OPTIONS_FILE): LawOptions {
	const { definitions, faults } = readDefinition(file, readFileSync(file, 'utf8'), OptionsFile);
	const [definition] = definitions;
	if (faults.length > 0 || !definition) throw new DefinitionError(faults, definitionMessages('en'));
	return definition.value;
}
