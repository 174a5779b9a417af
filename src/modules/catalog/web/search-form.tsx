import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './items.css';

/** The search field; leads to the list of items. */
export function SearchForm({ initial = '' }: { initial?: string }) {
	const { t } = useTranslation('web');
	const navigate = useNavigate();
	const [q, setQ] = useState(initial);
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		void navigate({ to: '/items', search: q.trim() ? { q: q.trim() } : {} });
	};
	return (
		<search>
			<form className="search-form" onSubmit={submit}>
				<input
					type="search"
					name="q"
					aria-label={t('portal.items.searchLabel')}
					placeholder={t('portal.items.placeholder')}
					value={q}
					onChange={(event) => setQ(event.target.value)}
				/>
				<button type="submit" className="button primary">
					{t('portal.items.search')}
				</button>
			</form>
		</search>
	);
}
