import { rootOf } from './reason.ts';
import { sqliteCode } from './sqlite.ts';

/** By SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const obstacles: Record<number, string> = {
	3: 'the folder cannot be used',
	5: 'another program has locked it',
	6: 'another program has locked it',
	7: 'there is no memory left',
	8: 'it cannot be written',
	// a full disk says this, too, where there is no room for the files beside the database
	10: 'the disk is full or has a fault',
	13: 'the disk is full',
	14: 'the folder cannot be used',
	15: 'another program has locked it',
	22: 'the disk cannot hold it',
	23: 'the folder cannot be used'
};

const full = ['ENOSPC', 'EDQUOT', 'EFBIG'];
const folder = [
	...['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST'],
	...['EIO', 'EMFILE', 'ENFILE', 'EBUSY', 'ELOOP', 'ENAMETOOLONG', 'EINVAL']
];

/**
 * What stands in the way of a SQLite file, where the surroundings are to blame and neither the file
 * nor a mistake of ours; undefined where not. In words for visitors: no path is in them.
 */
export function obstacleOf(error: unknown): string | undefined {
	const cause = rootOf(error);
	const said = obstacles[sqliteCode(cause) ?? 0];
	if (said !== undefined) return said;
	if (!(cause instanceof Error && 'syscall' in cause && 'code' in cause)) return undefined;
	const code = String(cause.code);
	if (full.includes(code)) return 'the disk is full';
	return folder.includes(code) ? 'the folder cannot be used' : undefined;
}
