import { Link, useParams } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { ProblemNotice } from '../../../../../../web/ui/problem-notice.tsx';
import { useHistory } from '../data.ts';
import { useWords } from '../words.ts';
import { BeginChange } from './begin-change.tsx';
import { CompareVersions } from './compare-versions.tsx';
import { ItemRecord } from './item-record.tsx';
import { VersionTable } from './version-table.tsx';
import '../keeper.css';
import './item.css';

/** One item: its versions, what is being changed, and any two versions beside each other. */
export default function ItemPage() {
	const { code } = useParams({ strict: false }) as { code: string };
	const { t, text } = useWords();
	const history = useHistory(code);
	if (history.error && !history.data) return <ProblemNotice error={history.error} />;
	if (!history.data) {
		return (
			<div aria-busy="true">
				<Skeleton active paragraph={{ rows: 8 }} />
			</div>
		);
	}
	const { versions, name } = history.data;
	return (
		<article className="keeper">
			<p className="breadcrumb">
				<Link to="/desk/catalog">{t('list.title')}</Link>
			</p>
			<header className="keeper-change-head">
				<div className="desk-case-title">
					<h1>{text(name) || code}</h1>
					<code className="keeper-soft">{code}</code>
					{versions.length > 0 ? (
						<Link to={`/items/${code}`} className="keeper-guide-link">
							{t('item.guide')}
						</Link>
					) : null}
				</div>
				<BeginChange history={history.data} />
			</header>
			<VersionTable code={code} versions={versions} />
			{versions.length > 1 ? <CompareVersions code={code} versions={versions} /> : null}
			<ItemRecord record={history.data.record} />
		</article>
	);
}
