import { useFormat } from '../../../../../../web/format.ts';
import type { Entry } from '../../../../desk/desk.schema.ts';
import { useWords } from '../words.ts';

/** Who did what to the item, newest first. */
export function ItemRecord({ record }: { record: readonly Entry[] }) {
	const { t } = useWords();
	const format = useFormat();
	if (record.length === 0) return null;
	return (
		<section aria-labelledby="keeper-record">
			<h2 id="keeper-record">{t('record.title')}</h2>
			<ol className="keeper-record">
				{record.map(({ at, act, by, note, version }) => (
					<li key={at + act}>
						<time dateTime={at}>{format.instant(at)}</time>
						<span>
							<strong>{by.name}</strong> {t(`record.acts.${act}`)}{' '}
							{version === null ? '' : t('version', { version })}
						</span>
						{note ? <q>{note}</q> : null}
					</li>
				))}
			</ol>
		</section>
	);
}
