import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../../web/api/session.ts';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { itemsQuery, useText } from '../../../../catalog/web/index.ts';

const SHOWN = 8;

/** What the person at the window has come for, in that person's words. */
export function FindItem({ choose }: { choose: (code: string) => void }) {
	const { t } = useTranslation('desk');
	const text = useText();
	const [q, setQ] = useState('');
	const hotline = useSession()?.bureau.hotline ?? '';
	const found = useQuery(itemsQuery(q, SHOWN));
	// Enter also ends the writing of Chinese words: those are not sent off yet.
	const takeFirst = ({ nativeEvent }: KeyboardEvent) => {
		const first = found.data?.items[0];
		if (first && q.trim() !== '' && !found.isPlaceholderData && !nativeEvent.isComposing) choose(first.code);
	};
	return (
		<section className="desk-panel">
			<label htmlFor="find-item">
				<h2>{t('window.findItem')}</h2>
			</label>
			<Input
				id="find-item"
				size="large"
				allowClear
				autoFocus
				placeholder={t('window.findHint')}
				value={q}
				onChange={(event) => setQ(event.target.value)}
				onPressEnter={takeFirst}
			/>
			{found.error ? <ProblemNotice error={found.error} /> : null}
			{found.data?.items.length === 0 ? <p className="desk-hint">{t('window.noItem', { hotline })}</p> : null}
			<ul className="desk-found" aria-busy={found.isPending}>
				{found.data?.items.map((item) => (
					<li key={item.code}>
						<div>
							<strong>{text(item.name)}</strong>
							<p className="desk-hint">
								{t('window.facts', {
									limit: item.limit.days,
									unit: t(`words.unit.${item.limit.unit}`),
									promise: item.promiseDays,
									materials: item.materials,
								})}
							</p>
						</div>
						<Button
							onClick={() => choose(item.code)}
							aria-label={t('window.chooseItem', { item: text(item.name) })}
						>
							{t('window.choose')}
						</Button>
					</li>
				))}
			</ul>
		</section>
	);
}
