import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../web/api/client.ts';
import { Card } from '../../../web/ui/card.tsx';
import './item-figures.css';

/** The shape of `/api/counting/items/:code`, which belongs to the room of cases above this one. */
interface PublicFigures {
	figures: {
		decided: number;
		online: number | null;
		visits: number | null;
		spentDays: number | null;
		statutoryDays: number | null;
	} | null;
}

/** What this year's cases of the item really took. Nothing while they are too few to be shown, or cannot be had. */
export function ItemFigures({ code }: { code: string }) {
	const { t, i18n } = useTranslation('web');
	const { data } = useQuery({
		queryKey: ['counting', 'item', code],
		queryFn: () => api.get<PublicFigures>(`/api/counting/items/${encodeURIComponent(code)}`),
		staleTime: 600_000,
	});
	const figures = data?.figures;
	if (!figures || figures.spentDays === null || figures.online === null) return null;
	const days = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
	const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 0 });
	return (
		<Card title={t('portal.figures.title')}>
			<dl className="item-figures">
				<div>
					<dt>{t('portal.figures.days')}</dt>
					<dd>{days.format(figures.spentDays)}</dd>
				</div>
				<div>
					<dt>{t('portal.figures.online')}</dt>
					<dd>{share.format(figures.online)}</dd>
				</div>
				<div>
					<dt>{t('portal.figures.decided')}</dt>
					<dd>{figures.decided}</dd>
				</div>
			</dl>
			<p className="hint">{t('portal.figures.hint')}</p>
		</Card>
	);
}
