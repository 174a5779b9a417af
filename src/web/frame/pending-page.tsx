import { Skeleton } from '../ui/skeleton.tsx';

/** Holds the place of a page whose code or data is on its way. */
export function PendingPage() {
	return (
		<div className="page">
			<Skeleton lines={8} />
		</div>
	);
}
