import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const KEYS = ['j', 'k', 'Enter', '/', 'n', 'p', 'g', 'a', '?', 'Esc'] as const;

/** What `?` shows: every key of the desk. */
export function HelpOverlay({ open, onClose }: { open: boolean; onClose: () => void }) {
	const { t } = useTranslation('desk');
	return (
		<Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={420}>
			<dl className="desk-keys">
				{KEYS.map((key) => (
					<div key={key}>
						<dt>
							<kbd>{key}</kbd>
						</dt>
						<dd>{t(`keys.${key === '/' ? 'slash' : key === '?' ? 'question' : key}`)}</dd>
					</div>
				))}
			</dl>
		</Modal>
	);
}
