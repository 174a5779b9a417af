import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../web/api/session.ts';
import { LanguageSwitch, LargeTextSwitch } from '../../../../web/frame/preferences.tsx';
import { ButtonLink } from '../../../../web/ui/button.tsx';
import { Card } from '../../../../web/ui/card.tsx';
import { ProblemNotice } from '../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../web/ui/skeleton.tsx';
import { ProfileForm } from './profile-form.tsx';
import { profileQuery } from './profile-query.ts';

/** Who I am here, and how I like to read. */
export default function ProfilePage() {
	const { t } = useTranslation('web');
	const session = useSession();
	const principal = session?.principal;
	const profile = useQuery(profileQuery);
	if (!principal) {
		return (
			<div className="page narrow">
				<Skeleton lines={6} />
			</div>
		);
	}
	return (
		<div className="page narrow">
			<h1>{t('portal.profile.title')}</h1>
			<Card title={t('portal.profile.mine')}>
				<p className="muted">{t('portal.profile.mineHint')}</p>
				{profile.isPending ? <Skeleton lines={8} /> : null}
				{profile.error ? <ProblemNotice error={profile.error} /> : null}
				{profile.data ? <ProfileForm profile={profile.data} /> : null}
			</Card>
			<Card title={t('portal.profile.account')}>
				<dl className="fact-grid">
					<div>
						<dt>{t('register.name')}</dt>
						<dd>{principal.name}</dd>
					</div>
					<div>
						<dt>{t('register.username')}</dt>
						<dd>{principal.username}</dd>
					</div>
					<div>
						<dt>{t('portal.profile.roles')}</dt>
						<dd>{principal.roles.map((role) => t(`roles.${role}`)).join(t('ui.comma'))}</dd>
					</div>
				</dl>
				<p className="muted">{t('portal.profile.change', { hotline: session.bureau.hotline })}</p>
			</Card>
			<Card title={t('portal.profile.reading')}>
				<div className="row">
					<LanguageSwitch />
					<LargeTextSwitch />
				</div>
				<p className="muted">{t('portal.profile.readingHint')}</p>
			</Card>
			<div className="row">
				<ButtonLink to="/my">{t('nav.my')}</ButtonLink>
			</div>
		</div>
	);
}
