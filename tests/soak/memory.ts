import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Bytes of memory that the sites started by this process hold in all (resident set). */
export function memoryOfSites(): number {
	const { stdout } = spawnSync('ps', ['-A', '-o', 'ppid=,rss=,args='], { encoding: 'utf8' });
	const rows = (stdout ?? '').split('\n').map((line) => line.trim().split(/\s+/));
	const ours = rows.filter(
		([parent, , ...words]) =>
			parent === String(process.pid) && words.some((word) => word.endsWith('src/bin/start.js'))
	);
	return ours.reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0);
}
