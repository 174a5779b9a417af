import { useTranslation } from 'react-i18next';
import type { Filter } from './use-filter.ts';

/** One condition that a figure brought along, in words, and what takes it off again. */
interface Chip {
	text: string;
	off: Filter;
}

/** The conditions of a figure whose cases are shown; each can be taken off by itself. */
export function CountedChips({ filter, change }: { filter: Filter; change: (part: Filter) => void }) {
	const { t } = useTranslation('desk');
	const { decidedFrom, decidedTo } = filter;
	const chips: Chip[] = [
		...(decidedFrom || decidedTo
			? [
					{
						text: t('chips.decided', { from: decidedFrom ?? t('none'), to: decidedTo ?? t('none') }),
						off: { decidedFrom: undefined, decidedTo: undefined },
					},
				]
			: []),
		...(['visits', 'online', 'noticed', 'timed', 'late'] as const).flatMap((name) =>
			filter[name] === undefined
				? []
				: [{ text: t(`chips.${name}.${filter[name]}`), off: { [name]: undefined } }],
		),
	];
	if (chips.length === 0) return null;
	return (
		<ul className="desk-chips" aria-label={t('chips.label')}>
			{chips.map(({ text, off }) => (
				<li key={text}>
					<button type="button" aria-label={t('chips.remove', { text })} onClick={() => change(off)}>
						{text} <span aria-hidden="true">×</span>
					</button>
				</li>
			))}
		</ul>
	);
}
