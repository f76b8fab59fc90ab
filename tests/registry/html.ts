/** The pages that come instead of an answer. */

const pad = '<!-- a padding to disable MSIE and Chrome friendly error page -->\r\n'.repeat(6);

/** As the registry's nginx writes it, about 555 bytes. */
export function nginxPage(status: number, reason: string): string {
	const head = `<html>\r\n<head><title>${status} ${reason}</title></head>\r\n<body>\r\n`;
	const body = `<center><h1>${status} ${reason}</h1></center>\r\n<hr><center>nginx</center>\r\n`;
	return `${head}${body}</body>\r\n</html>\r\n${pad}`;
}

/** The firewall in front of the registry; its product and its wording are not known. */
export const firewallPage =
	'<!DOCTYPE html><html><head><title>Access Denied</title></head><body><h1>Access Denied</h1><p>You do not have permission to access this server. Reference 18.0a1b2c3d</p></body></html>';

/** What a proxy on the way may put in the place of an answer, with status 200. */
export const interstitialPage =
	'<!DOCTYPE html><html><head><title>Please wait</title></head><body><p>Checking your connection.</p></body></html>';
