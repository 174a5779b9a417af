import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';

/** Who runs this, where, and whom to call. */
export function PortalFooter() {
	const { t } = useTranslation('web');
	const bureau = useSession()?.bureau;
	return (
		<footer className="portal-footer">
			<div className="portal-footer-inner">
				<p className="footer-name">{bureau?.name ?? t('brand')}</p>
				{bureau ? (
					<dl className="facts">
						<div>
							<dt>{t('bureau.address')}</dt>
							<dd>{bureau.address}</dd>
						</div>
						<div>
							<dt>{t('bureau.hours')}</dt>
							<dd>{bureau.hours}</dd>
						</div>
						<div>
							<dt>{t('bureau.hotline')}</dt>
							<dd>
								<a href={`tel:${bureau.hotline}`}>{bureau.hotline}</a>
							</dd>
						</div>
					</dl>
				) : null}
				<p className="footer-small">{t('footer.openSource')}</p>
			</div>
		</footer>
	);
}
