/** Days from one to another, both included, as plain dates. */
export interface Period {
	from: string;
	to: string;
}

/** Periods that people ask for by name. */
export const PRESETS = ['thisYear', 'lastYear', 'thisMonth', 'lastMonth'] as const;
export type Preset = (typeof PRESETS)[number];

/** A named period, seen from a day. */
export function periodOf(preset: Preset, today: string): Period {
	const year = Number(today.slice(0, 4));
	const month = Number(today.slice(5, 7));
	switch (preset) {
		case 'thisYear':
			return months(year, 1, 12);
		case 'lastYear':
			return months(year - 1, 1, 12);
		case 'thisMonth':
			return months(year, month, month);
		case 'lastMonth':
			return month === 1 ? months(year - 1, 12, 12) : months(year, month - 1, month - 1);
	}
}

function months(year: number, first: number, last: number): Period {
	const days = new Date(Date.UTC(year, last, 0)).getUTCDate();
	return { from: `${year}-${twoDigits(first)}-01`, to: `${year}-${twoDigits(last)}-${days}` };
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The name of a period; undefined for one that was chosen day by day. */
export function presetOf({ from, to }: Period, today: string): Preset | undefined {
	return PRESETS.find((preset) => {
		const named = periodOf(preset, today);
		return named.from === from && named.to === to;
	});
}
