import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../web/ui/card.tsx';
import type { Item } from '../catalog.schema.ts';
import { useText } from './catalog-queries.ts';

/** What is asked before the form, what that changes, and what to know before beginning. */
export function ForYou({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	const text = useText();
	if (item.questions.length === 0) return null;
	return (
		<Card title={t('portal.guide.forYou')}>
			<p className="muted">{t('portal.guide.forYouHint')}</p>
			<ol className="plain numbered">
				{item.questions.map((question) => (
					<li key={question.code}>
						{text(question.question)}
						{question.options ? (
							<span className="muted"> {question.options.map(({ title }) => text(title)).join(' / ')}</span>
						) : null}
					</li>
				))}
			</ol>
			{item.limits.length > 0 || item.warnings.length > 0 ? (
				<ul className="plain">
					{item.limits.map((limit) => (
						<li key={limit.when}>
							{t('portal.guide.situationLimit', {
								condition: text(limit.condition),
								days: limit.promiseDays,
							})}
						</li>
					))}
					{item.warnings.map((warning) => (
						<li key={warning.when}>
							<strong>{text(warning.condition)}</strong> — {text(warning.text)}
							{warning.item ? (
								<>
									{' '}
									<Link to="/items/$code" params={{ code: warning.item }}>
										{t('portal.guide.otherItem')}
									</Link>
								</>
							) : null}
						</li>
					))}
				</ul>
			) : null}
		</Card>
	);
}

/** The application form on paper, empty and filled in as a sample. */
export function Forms({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	const form = `/api/catalog/items/${item.code}/application.pdf`;
	return (
		<Card title={t('portal.guide.papers')}>
			<ul className="plain">
				<li>
					<a href={form} target="_blank" rel="noreferrer">
						{t('portal.guide.form')} (PDF)
					</a>
				</li>
				<li>
					<a href={`${form}?filled=true`} target="_blank" rel="noreferrer">
						{t('portal.guide.formSample')} (PDF)
					</a>
				</li>
			</ul>
			<button type="button" className="button quiet" onClick={() => window.print()}>
				{t('portal.guide.print')}
			</button>
		</Card>
	);
}

/** What the bureau may decide, and by which yardstick. */
export function Yardstick({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	const text = useText();
	const { reviewStandards = [], jointOrgans = [], intermediaries = [], services, quantityLimit } = item;
	const easy = (['booking', 'onlinePayment', 'delivery'] as const).filter((each) => services?.[each]);
	const facts: [string, string[]][] = [
		[t('portal.guide.reviewStandards'), reviewStandards.map(text)],
		[t('portal.guide.authority'), item.authority ? [text(item.authority)] : []],
		[
			t('portal.guide.quantityLimit'),
			[quantityLimit ? text(quantityLimit) : t('portal.guide.noQuantityLimit')],
		],
		[t('portal.guide.jointOrgans'), jointOrgans.map(text)],
		[
			t('portal.guide.intermediaries'),
			intermediaries.map((each) => `${text(each.name)} (${text(each.basis)})`),
		],
		[t('portal.guide.services'), easy.map((each) => t(`portal.guide.service.${each}`))],
	];
	return <Facts facts={facts.filter(([, values]) => values.length > 0)} />;
}

/** The item's fields in the national list (GB/T 39046-2020), in words. */
export function StandardFields({ item }: { item: Item }) {
	const { t } = useTranslation('web');
	const { standard, rules, organ } = item;
	const words = (name: string, codes: readonly string[]): [string, string[]] => [
		t(`portal.guide.codes.${name}`),
		codes.map((each) => t(`portal.guide.code.${name}.${each}`)),
	];
	const code = (name: 'task_code' | 'catalog_code' | 'local_task_code'): [string, string[]] => [
		t(`portal.guide.codes.${name}`),
		[standard[name] ?? t('portal.guide.codes.none')],
	];
	const facts: [string, string[]][] = [
		words('task_type', [standard.task_type]),
		words('project_type', [rules.onTheSpot ? '1' : '2']),
		words('use_level', [standard.use_level]),
		words('server_type', standard.server_type),
		words('handle_type', standard.handle_type),
		words('presence', [organ.presence]),
		...(standard.dept_type ? [words('dept_type', [standard.dept_type])] : []),
		...(standard.service_scope ? [words('service_scope', [standard.service_scope])] : []),
		code('catalog_code'),
		code('task_code'),
		code('local_task_code'),
	];
	return (
		<details className="faq">
			<summary>{t('portal.guide.more')}</summary>
			<Facts facts={facts} />
			<p>
				<a href={`/api/catalog/items/${item.code}`} target="_blank" rel="noreferrer">
					{t('portal.guide.data')}
				</a>
			</p>
		</details>
	);
}

function Facts({ facts }: { facts: [string, string[]][] }) {
	return (
		<dl className="fact-grid wide">
			{facts.map(([term, values]) => (
				<div key={term}>
					<dt>{term}</dt>
					{values.map((value) => (
						<dd key={value}>{value}</dd>
					))}
				</div>
			))}
		</dl>
	);
}
