import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../../web/api/session.ts';
import { SearchForm, ThemeDoors } from '../../../../catalog/web/index.ts';
import { Doors } from './doors.tsx';
import { WaitingForMe } from './waiting-for-me.tsx';
import './home.css';

const WAY = ['find', 'fill', 'check', 'receive'] as const;

/** The first page: a search field, a few large doors, how it goes, who we are. */
export default function HomePage() {
	const { t } = useTranslation('web');
	const session = useSession();
	return (
		<>
			<div className="hero">
				<div className="hero-inner">
					<h1>{t('portal.home.headline')}</h1>
					<p>{t('portal.home.lead')}</p>
					<SearchForm />
					<p className="hero-examples">
						<span>{t('portal.home.examples')}</span>
						{(['0', '1', '2', '3'] as const).map((index) => (
							<Link key={index} to="/items" search={{ q: t(`portal.home.example.${index}`) }}>
								{t(`portal.home.example.${index}`)}
							</Link>
						))}
					</p>
				</div>
			</div>
			<div className="page home">
				<Doors />
				{session?.principal ? <WaitingForMe /> : null}
				<section className="stack">
					<div className="row between">
						<h2>{t('portal.home.items')}</h2>
						<Link to="/items">{t('portal.items.all')}</Link>
					</div>
					<ThemeDoors />
				</section>
				<section className="stack">
					<h2>{t('portal.home.how')}</h2>
					<ol className="how">
						{WAY.map((step) => (
							<li key={step}>
								<h3>{t(`portal.home.way.${step}.title`)}</h3>
								<p>{t(`portal.home.way.${step}.text`)}</p>
							</li>
						))}
					</ol>
				</section>
				{session ? (
					<section className="bureau-facts">
						<h2>{session.bureau.name}</h2>
						<dl className="fact-grid">
							{(['address', 'hours', 'hotline'] as const).map((fact) => (
								<div key={fact}>
									<dt>{t(`bureau.${fact}`)}</dt>
									<dd>{session.bureau[fact]}</dd>
								</div>
							))}
						</dl>
					</section>
				) : null}
			</div>
		</>
	);
}
