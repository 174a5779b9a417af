import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import Type from 'typebox';
import { DAY_UNITS, type LawOptions, STEPS } from '../../law/index.ts';
import {
	DefinitionError,
	definitionMessages,
	type Fault,
	readDefinition,
} from '../../platform/definitions/index.ts';
import en from './locales/en.json' with { type: 'json' };

/** Where the bureau's choices are kept. */
export const OPTIONS_FILE = resolve(import.meta.dirname, '../../../data/law/options.yaml');

const strict = { additionalProperties: false } as const;
const days = (minimum: number, maximum = 366) => Type.Integer({ minimum, maximum });
const unit = Type.Enum(DAY_UNITS);
const share = Type.Number({ minimum: 0, maximum: 1 });
/** Whole working days or months, or nothing at all. */
const orNull = (minimum: number) => Type.Unsafe<number | null>({ type: ['integer', 'null'], minimum });

/** The schema of `LawOptions`: every choice must be made, nothing has a default. */
export const LawOptionsFile = Type.Object(
	{
		receiptOnDayOff: Type.Enum(['SAME_DAY', 'NEXT_WORKDAY']),
		suspensionBorders: Type.Enum(['END_ONLY', 'START_ONLY', 'BOTH', 'NEITHER']),
		beyondTimeTold: Type.Enum(['COUNTS', 'STAYS_OUT']),
		hearingStopsClockFrom: Type.Enum(['REQUEST', 'NOTICE']),
		hearingRequestUnit: unit,
		hearingNoticeUnit: unit,
		renewalUnit: unit,
		announcedHearingDays: days(1),
		rollForward: Type.Boolean(),
		todayCounts: Type.Boolean(),
		deemAfterSupplement: Type.Boolean(),
		supplementLapseDays: orNull(1),
		specialLawExtension: Type.Enum(['ONLY_OWN', 'ART42']),
		owedPaperHolds: Type.Enum(['GRANT', 'DELIVERY']),
		toleranceMaxDays: days(1),
		latePaper: Type.Enum(['TAKEN', 'REFUSED']),
		lateRenewal: Type.Enum(['REFUSED', 'WITHOUT_SILENCE']),
		silentRenewalMonths: orNull(1),
		separation: Type.Array(Type.Tuple([Type.Enum(STEPS), Type.Enum(STEPS)]), { maxItems: 3 }),
		lights: Type.Object({ yellow: share, orange: share, orangeDays: days(0) }, strict),
	},
	strict,
);

/**
 * Reads the choices that the bureau made where the law is silent.
 * @throws DefinitionError naming every fault with line and column.
 */
export function loadLawOptions(file = OPTIONS_FILE): LawOptions {
	const loaded = readDefinition(relative(process.cwd(), file), readFileSync(file, 'utf8'), LawOptionsFile);
	const [definition] = loaded.definitions;
	const faults: Fault[] = [...loaded.faults];
	if (definition) {
		const { separation, lights } = definition.value;
		for (const [index, [a, b]] of separation.entries()) {
			if (a === b) faults.push(definition.fault(['separation', index], 'SAME_STEP', { step: a }));
		}
		if (lights.orange > lights.yellow)
			faults.push(definition.fault(['lights', 'orange'], 'ORANGE_BEFORE_YELLOW'));
	}
	if (!definition || faults.length > 0) throw new DefinitionError(faults, messages);
	return definition.value;
}

const messages = { ...definitionMessages('en'), ...en.definitions };
