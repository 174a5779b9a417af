import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../web/api/session.ts';

/** For somebody who is signed in and does not work here: where their own matters are. */
export function NotStaff() {
	const { t } = useTranslation('desk');
	const bureau = useSession()?.bureau;
	return (
		<main id="main" tabIndex={-1} className="desk-not-staff">
			<h1>{t('notStaff.title')}</h1>
			<p>{t('notStaff.text')}</p>
			<p>
				<Link to="/my">{t('notStaff.my')}</Link>
			</p>
			<p>{t('notStaff.help', { hotline: bureau?.hotline ?? '' })}</p>
		</main>
	);
}
