import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../../../web/ui/card.tsx';
import { ProblemNotice } from '../../../../../web/ui/problem-notice.tsx';
import { Skeleton } from '../../../../../web/ui/skeleton.tsx';
import { type Answers, MaterialList, Questions, situationQuery } from '../../../../catalog/web/index.ts';
import { NeedLine } from './need-line.tsx';
import { SituationWarnings } from './situation-warnings.tsx';
import './questions-step.css';

interface QuestionsStepProps {
	code: string;
	/** The draft's version; the one in effect without it. */
	version?: number;
	answers: Answers;
	busy?: boolean;
	/** A clerk asks: digits choose, and the person is here already. */
	atWindow?: boolean;
	/** What the button says that goes on. */
	onward: string;
	onAnswers: (answers: Answers) => void;
	onNext: () => void;
	/** Apply for this item instead. */
	onInstead: (code: string) => void;
}

/** A few questions, what follows from the answers, and exactly the papers that are needed then. */
export function QuestionsStep(props: QuestionsStepProps) {
	const {
		code,
		version,
		answers,
		busy = false,
		atWindow = false,
		onward,
		onAnswers,
		onNext,
		onInstead,
	} = props;
	const { t } = useTranslation('web');
	const { data: situation, error, isPlaceholderData } = useQuery(situationQuery(code, answers, version));
	if (error) return <ProblemNotice error={error} />;
	if (!situation) return <Skeleton lines={10} />;
	const isStopped = situation.warnings.some(({ effect }) => effect === 'STOP');
	const isReady = situation.complete && !isPlaceholderData;
	return (
		<>
			<Card title={t(atWindow ? 'portal.situation.titleAtWindow' : 'portal.situation.title')}>
				<p className="muted">{t(atWindow ? 'portal.situation.keysHint' : 'portal.situation.hint')}</p>
				<Questions
					situation={situation}
					stale={isPlaceholderData}
					answers={answers}
					keys={atWindow}
					onAnswers={onAnswers}
				/>
				<SituationWarnings situation={situation} onInstead={onInstead} />
				{isStopped ? (
					<button
						type="button"
						className="button quiet"
						aria-busy={busy}
						disabled={!isReady || busy}
						onClick={onNext}
					>
						{t('portal.situation.allTheSame')}
					</button>
				) : (
					<div className="need-bar">
						<NeedLine situation={situation} stale={isPlaceholderData} atWindow={atWindow} />
						<button
							type="button"
							className="button primary questions-on"
							aria-busy={busy}
							disabled={!isReady || busy}
							onClick={onNext}
						>
							{onward}
						</button>
					</div>
				)}
			</Card>
			{situation.complete && !isStopped ? (
				<Card title={t('portal.situation.yourPapers')}>
					<p className="muted">{t('portal.guide.materialsHint')}</p>
					<MaterialList item={code} materials={situation.item.materials} />
				</Card>
			) : null}
		</>
	);
}
