import { create } from 'qrcode';

/** A QR code as an SVG path of unit squares, `size` squares wide without the quiet border. */
export interface QrPath {
	size: number;
	path: string;
}

/** The QR code of a text, for the server to draw: no script and no other host is needed. */
export function qrPath(text: string): QrPath {
	const { modules } = create(text, { errorCorrectionLevel: 'M' });
	let path = '';
	for (let y = 0; y < modules.size; y += 1)
		for (let x = 0; x < modules.size; x += 1) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`;
	return { size: modules.size, path };
}
