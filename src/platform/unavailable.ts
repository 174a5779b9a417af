/** SQLSTATE classes 08 (connection), 53 (resources), 57P0x (shutting down), and what sockets say. */
const CODES = /^(08...|53...|57P0[1-5]|ECONN[A-Z]+|EPIPE|ETIMEDOUT|ENOENT)$/;
const MESSAGES =
	/^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/;

/** Whether the database could not be asked, as against having answered with an error. */
export function isUnavailable(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { code, syscall } = error as { code?: unknown; syscall?: unknown };
	if (code === 'ENOENT') return syscall === 'connect';
	return (typeof code === 'string' && CODES.test(code)) || MESSAGES.test(error.message);
}
