/** Hands a text to the browser as a file to keep. Nothing is sent. */
export function download(name: string, text: string): void {
	const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// the browser reads it after this turn
	setTimeout(() => {
		URL.revokeObjectURL(url);
	}, 10_000);
}
