/** Walk-in intake. */
export default function WindowPage() {
	return null;
}
