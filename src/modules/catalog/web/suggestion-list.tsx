import { useTranslation } from 'react-i18next';
import { useText } from './catalog-queries.ts';
import type { Suggestion } from './suggestions.ts';

interface SuggestionListProps {
	id: string;
	suggestions: Suggestion[];
	/** Position of the one that Enter would open; -1 for none. */
	active: number;
	choose: (suggestion: Suggestion) => void;
}

/** Below the field and above the page, so that nothing moves. The field keeps the focus and names the active one. */
export function SuggestionList({ id, suggestions, active, choose }: SuggestionListProps) {
	const { t } = useTranslation('web');
	const text = useText();
	return (
		<div id={id} role="listbox" aria-label={t('portal.items.suggestions')} className="suggestions">
			{suggestions.map((suggestion, index) => {
				const name = text(suggestion.name);
				const { match } = suggestion;
				return (
					// biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and moves through the options (ARIA 1.2, combobox).
					// biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
					<div
						key={suggestion.code}
						id={optionId(id, index)}
						role="option"
						aria-selected={index === active}
						className="suggestion"
						onMouseDown={(event) => event.preventDefault()}
						onClick={() => choose(suggestion)}
					>
						<span className="suggestion-name">{name}</span>
						{match.text === name ? null : <span className="suggestion-match">{match.text}</span>}
					</div>
				);
			})}
		</div>
	);
}

/** Id of an option, for `aria-activedescendant`. */
export const optionId = (list: string, index: number): string => `${list}-${index}`;
