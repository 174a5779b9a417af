import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

const subscribe = (listener: () => void) => {
	window.addEventListener('online', listener);
	window.addEventListener('offline', listener);
	return () => {
		window.removeEventListener('online', listener);
		window.removeEventListener('offline', listener);
	};
};

/** Says that the network is away, and that what is typed stays. */
export function OfflineBanner() {
	const { t } = useTranslation('web');
	const online = useSyncExternalStore(subscribe, () => navigator.onLine);
	return (
		<div role="status" className="offline-banner" hidden={online}>
			{online ? '' : t('offline')}
		</div>
	);
}
