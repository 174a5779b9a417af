import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../../web/announce.tsx';
import { optionId, SuggestionList } from './suggestion-list.tsx';
import { type Suggestion, suggestQuery, tellSearch, useSettled } from './suggestions.ts';
import './items.css';

/** The search field, with the best few while typing (ARIA 1.2, combobox with a list); leads to the list of items. */
export function SearchForm({ initial = '' }: { initial?: string }) {
	const { t } = useTranslation('web');
	const navigate = useNavigate();
	const list = useId();
	const [q, setQ] = useState(initial);
	const { suggestions, ...field } = useSuggestions(q);
	const told = (words: string) => void tellSearch(words).catch(() => undefined);
	const choose = (suggestion: Suggestion) => {
		field.close();
		told(q);
		void navigate({ to: '/items/$code', params: { code: suggestion.code } });
	};
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		field.close();
		if (q.trim()) told(q.trim());
		void navigate({ to: '/items', search: q.trim() ? { q: q.trim() } : {} });
	};
	const onKeyDown = (event: KeyboardEvent) => {
		// While a Chinese word is being composed the keys belong to the input method.
		if (event.nativeEvent.isComposing) return;
		const active = suggestions[field.active];
		if (event.key === 'Enter' && active) choose(active);
		else if (event.key === 'ArrowDown') field.move(1);
		else if (event.key === 'ArrowUp') field.move(-1);
		else if (event.key === 'Escape' && suggestions.length > 0) field.close();
		else return;
		event.preventDefault();
	};
	const isOpen = suggestions.length > 0;
	return (
		<search>
			<form className="search-form" onSubmit={submit}>
				<div className="search-field">
					<input
						type="search"
						name="q"
						role="combobox"
						autoComplete="off"
						maxLength={200}
						aria-label={t('portal.items.searchLabel')}
						aria-autocomplete="list"
						aria-expanded={isOpen}
						aria-controls={list}
						aria-activedescendant={isOpen && field.active >= 0 ? optionId(list, field.active) : undefined}
						placeholder={t('portal.items.placeholder')}
						value={q}
						onChange={(event) => {
							setQ(event.target.value);
							field.typed();
						}}
						onCompositionStart={() => field.compose(true)}
						onCompositionEnd={() => field.compose(false)}
						onKeyDown={onKeyDown}
						onBlur={field.close}
					/>
					{isOpen ? (
						<SuggestionList id={list} suggestions={suggestions} active={field.active} choose={choose} />
					) : null}
				</div>
				<button type="submit" className="button primary">
					{t('portal.items.search')}
				</button>
			</form>
		</search>
	);
}

/** What the field offers for its words: nothing before something was typed, and nothing while a word is composed. */
function useSuggestions(q: string) {
	const { t } = useTranslation('web');
	const [wanted, setWanted] = useState(false);
	const [composing, setComposing] = useState(false);
	const [active, setActive] = useState(-1);
	const words = useSettled(composing || !wanted ? '' : q.trim());
	const { data } = useQuery(suggestQuery(words));
	const suggestions = wanted && words !== '' ? (data?.suggestions ?? []) : [];
	const count = suggestions.length;
	useEffect(() => {
		if (words !== '' && wanted && data) announce(t('portal.items.suggested', { count }));
	}, [words, wanted, data, count, t]);
	return {
		suggestions,
		active: active < count ? active : -1,
		compose: setComposing,
		typed: () => {
			setWanted(true);
			setActive(-1);
		},
		close: () => {
			setWanted(false);
			setActive(-1);
		},
		/** Up and down through the list and back to what was typed. */
		move: (by: 1 | -1) => {
			setWanted(true);
			setActive(count === 0 ? -1 : ((active + 1 + by + count + 1) % (count + 1)) - 1);
		},
	};
}
