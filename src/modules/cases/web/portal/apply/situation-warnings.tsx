import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../../web/ui/button.tsx';
import { Notice } from '../../../../../web/ui/notice.tsx';
import { itemQuery, type Situation, useText } from '../../../../catalog/web/index.ts';

type Warning = Situation['warnings'][number];

/** Another item is what this person needs: the way there is the main thing on the screen. */
function Stop({ warning, onInstead }: { warning: Warning; onInstead: (code: string) => void }) {
	const { t } = useTranslation('web');
	const text = useText();
	const { item: code } = warning;
	const item = useQuery({ ...itemQuery(code ?? ''), enabled: code !== undefined }).data;
	return (
		<Notice tone="danger" title={t('portal.situation.stop')}>
			<p>{text(warning.text)}</p>
			{code === undefined ? null : (
				<div className="row">
					<Button look="primary" onClick={() => onInstead(code)}>
						{t('portal.situation.instead', { item: item ? text(item.name) : code })}
					</Button>
				</div>
			)}
		</Notice>
	);
}

/** What is to be said to somebody in this situation. */
export function SituationWarnings({
	situation,
	onInstead,
}: {
	situation: Situation;
	onInstead: (code: string) => void;
}) {
	const { t } = useTranslation('web');
	const text = useText();
	const { warnings } = situation;
	return (
		<div role="status" className="stack">
			{warnings.map((warning) =>
				warning.effect === 'STOP' ? (
					<Stop key={warning.text['zh-CN']} warning={warning} onInstead={onInstead} />
				) : (
					<Notice key={warning.text['zh-CN']} tone="warning" title={t('portal.situation.mind')}>
						<p>{text(warning.text)}</p>
					</Notice>
				),
			)}
		</div>
	);
}
