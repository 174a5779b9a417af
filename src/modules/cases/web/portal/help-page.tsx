import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../web/api/session.ts';
import { ButtonLink } from '../../../../web/ui/button.tsx';
import { Card } from '../../../../web/ui/card.tsx';

const QUESTIONS = [
	'start',
	'papers',
	'time',
	'supplement',
	'tolerance',
	'refusal',
	'window',
	'privacy',
] as const;

/** The questions that people ask, and who answers the others. */
export default function HelpPage() {
	const { t } = useTranslation('web');
	const bureau = useSession()?.bureau;
	return (
		<div className="page narrow">
			<div className="stack">
				<h1>{t('portal.help.title')}</h1>
				<p className="lead">{t('portal.help.lead')}</p>
			</div>
			<Card>
				{QUESTIONS.map((question) => (
					<details key={question} className="faq">
						<summary>{t(`portal.help.${question}.q`)}</summary>
						<p>{t(`portal.help.${question}.a`)}</p>
					</details>
				))}
			</Card>
			{bureau ? (
				<Card title={t('portal.help.people')}>
					<dl className="fact-grid">
						{(['hotline', 'hours', 'address'] as const).map((fact) => (
							<div key={fact}>
								<dt>{t(`bureau.${fact}`)}</dt>
								<dd>
									{fact === 'hotline' ? <a href={`tel:${bureau.hotline}`}>{bureau.hotline}</a> : bureau[fact]}
								</dd>
							</div>
						))}
					</dl>
				</Card>
			) : null}
			<div className="row">
				<ButtonLink to="/items" look="primary">
					{t('nav.items')}
				</ButtonLink>
				<ButtonLink to="/calculator">{t('nav.calculator')}</ButtonLink>
			</div>
		</div>
	);
}
