import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Item, useText } from '../../../../catalog/web/index.ts';

/** What is being applied for, and the way back to its guide. */
export function ApplicationHead({ item }: { item: Pick<Item, 'code' | 'name'> }) {
	const { t } = useTranslation('web');
	const text = useText();
	return (
		<div className="stack">
			<p className="breadcrumb">
				<Link to="/items/$code" params={{ code: item.code }}>
					{t('portal.apply.guide')}
				</Link>
			</p>
			<h1>{t('portal.apply.of', { item: text(item.name) })}</h1>
		</div>
	);
}
